import type { Ask } from '../../utils/app/commands.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { HistoryReader } from '../../utils/platform/database/history-reader.ts';

/** What the page needs of the browser. The entry gives it; tests give stand-ins. */
export interface HistoryDeps {
  ask: Ask;
  readGlance(): Promise<Glance | null>;
  /** Calls whenever the glance was written anew. Returns how to stop. */
  onGlanceChanged(listener: () => void): () => void;
  history: HistoryReader;
  now(): Instant;
  saveText(name: string, text: string): void;
  /** Remembers what is shown in the page's address. */
  remember(query: string): void;
}
