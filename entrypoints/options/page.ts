import type { PageActions } from '../../components/popup/page-actions.ts';
import type { CommandError, ExtensionState } from '../../utils/app/commands.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { Declaration } from '../../utils/providers/contract.ts';
import type { SignIn } from './sign-in.ts';

/** What the page needs of the browser. The entry gives it; tests give stand-ins. */
export interface PageDeps extends PageActions {
  readGlance(): Promise<Glance | null>;
  /** Calls whenever the glance was written anew. Returns how to stop. */
  onGlanceChanged(listener: () => void): () => void;
  now(): Instant;
  signIn: SignIn;
  environment(): Promise<Record<string, string>>;
  /** every provider, in the order in which a person chooses */
  providers: readonly Declaration[];
  /** the keys that open the popup; null = none */
  shortcut(): Promise<string | null>;
  shortcutPage: string;
}

/** What every section is given. */
export interface Page {
  deps: PageDeps;
  state: ExtensionState;
  /** null = it cannot be read */
  glance: Glance | null;
  /** Reads state and glance anew; ends when they are shown. */
  refresh(): Promise<void>;
  /** The person came by a link, so the section's heading takes the focus. */
  arrived: boolean;
  /** The words for an error. */
  sentence(error: CommandError): string;
  go(hash: string): void;
  /** Says something that outlives the section it was said in. */
  announce(sentence: string): void;
}
