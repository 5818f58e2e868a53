import type { ImportResult } from '../domain/export-format.ts';
import type { Sample } from '../domain/records.ts';
import type { Deps } from './deps.ts';
import type { Store } from './ports.ts';

export interface TransferDeps
  extends Pick<Deps, 'clock' | 'settings' | 'secrets' | 'version' | 'environment'> {
  store: Store & {
    /** Rows with the same line and instant are replaced. */
    putSamples(samples: Sample[]): Promise<void>;
  };
}

export type Imported =
  | { ok: true; lines: number; samples: number; receipts: number; setAside: number }
  | Extract<ImportResult, { ok: false }>;

/** Everything but secrets, as the text of a JSON file. */
export async function exportAll(deps: TransferDeps): Promise<string> {
  throw new Error(`export of ${deps.version}`);
}

/** The history of one line, or of all, as CSV. */
export async function exportHistory(deps: TransferDeps, lineId: string | null): Promise<string> {
  throw new Error(`history of ${lineId} ${deps.version}`);
}

/** Adds what a file holds to what is there; nothing that is there is lost. */
export async function importAll(deps: TransferDeps, text: string): Promise<Imported> {
  throw new Error(`import of ${text.length} ${deps.version}`);
}

/** Lines, history, receipts and secrets go; settings return to their defaults. */
export async function eraseAll(deps: TransferDeps): Promise<void> {
  throw new Error(`erase ${deps.version}`);
}

/** What a maintainer needs for finding a fault; secrets are masked. */
export async function diagnostics(deps: TransferDeps): Promise<string> {
  throw new Error(`diagnostics ${deps.version}`);
}
