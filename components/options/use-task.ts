import { useState } from 'preact/hooks';
import type { Outcome } from './outcome.ts';

export type TaskState =
  | { kind: 'idle' }
  | { kind: 'busy' }
  | { kind: 'done' }
  | { kind: 'problem'; sentence: string };

export interface Task {
  state: TaskState;
  busy: boolean;
  /** Does the work unless it is under way already; true = done. */
  run(work: () => Promise<Outcome>): Promise<boolean>;
  /** Forgets how the last run ended, once the person goes on typing. */
  reset(): void;
}

/** One thing at a time, and how it ended. */
export function useTask(): Task {
  const [state, setState] = useState<TaskState>({ kind: 'idle' });
  const busy = state.kind === 'busy';
  return {
    state,
    busy,
    run: async (work) => {
      if (busy) return false;
      setState({ kind: 'busy' });
      const sentence = await work();
      setState(sentence === null ? { kind: 'done' } : { kind: 'problem', sentence });
      return sentence === null;
    },
    reset: () => setState({ kind: 'idle' }),
  };
}
