import type { Ask } from '../../../utils/app/commands.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';
import type { SignIn } from '../sign-in.ts';
import { type AddState, emptyState } from './add-state.ts';

export interface AddFlowDeps {
  ask: Ask;
  /** must be called within the person's gesture, before any await */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  signIn: SignIn;
  providers: readonly Declaration[];
}

/** The state of the way to a new line, and what it asks with. */
export interface AddStore {
  deps: AddFlowDeps;
  state(): AddState;
  update(part: Partial<AddState>): void;
  /** null = none is chosen, or this version does not know it */
  provider(): Declaration | null;
  /** Calls after each change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export function createAddStore(deps: AddFlowDeps): AddStore {
  let state = emptyState(null);
  const listeners = new Set<() => void>();
  return {
    deps,
    state: () => state,
    update: (part) => {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    provider: () => deps.providers.find(({ id }) => id === state.providerId) ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
