import type { Glance } from '../../domain/glance.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Line } from '../../domain/line.ts';
import type { LocalCopy, LocalFacts } from './local-copy.ts';
import { readRows } from './read-rows.ts';
import { changesFrom } from './restore.ts';
import { type Change, put, type Rows } from './rows.ts';
import { isGlance, type Snapshot } from './snapshot.ts';
import { GLANCE_ID, keyOf, MARKER_ID, TABLES } from './tables.ts';

const MARK: Change = { do: 'put', table: 'meta', row: { id: MARKER_ID } };

/** Leaves a database that is empty on purpose. */
export const EMPTY: readonly Change[] = [...TABLES.map((table): Change => ({ do: 'clear', table })), MARK];

/**
 * Compares a database that was just opened with its copy in `storage.local` and mends whichever of the two is
 * empty or behind. An emptied database is no first run: its lines come back, and the loss is told.
 */
export async function reconcile(rows: Rows, copy: LocalCopy, at: Instant): Promise<void> {
  const facts = await copy.read();
  // Without the copy an emptied database cannot be told from a new one, so nothing is concluded yet.
  if (!facts) return;
  if (facts.erasing) await finishErasing(rows, copy);
  const isMarked = (await rows.get('meta', MARKER_ID)) !== undefined;
  const raw = await rows.all('lines');
  const stored = await readRows(rows, 'lines', raw, at);
  const isEmptied = !isMarked && raw.length === 0;
  const restored = linesToRestore(facts.lines ?? [], isEmptied, raw, stored);
  const isLoss = isEmptied && !facts.erasing && (restored.length > 0 || facts.snapshot?.historyExists);
  if (isLoss) await copy.tell('history-lost');
  if (isMarked && facts.lines === null) await copy.tell('settings-lost');
  // In one transaction: a database that is marked and still lacks its lines would pass for one without any.
  await rows.write([...(isMarked ? [] : [MARK]), ...put('lines', restored)]);
  const lines = [...stored, ...restored];
  if (!isSame(lines, facts.lines)) await copy.putLines(lines);
  await catchUp(rows, copy, facts.snapshot, lines);
}

/** All of them for an emptied database, else those whose own row turned out to be bad. */
function linesToRestore(
  copied: readonly Line[],
  isEmptied: boolean,
  raw: readonly unknown[],
  stored: readonly Line[],
): Line[] {
  const ids = new Set(raw.map((row) => keyOf('lines', row)));
  for (const line of stored) ids.delete(line.id);
  return copied.filter((line) => isEmptied || ids.has(line.id));
}

/** What stands in the copy by now came after the erasing, and stays. */
async function finishErasing(rows: Rows, copy: LocalCopy): Promise<void> {
  await rows.write(EMPTY);
  await copy.endErasing();
}

/** The glance stands twice, with a revision: the one that is behind is made good from the other. */
async function catchUp(
  rows: Rows,
  copy: LocalCopy,
  snapshot: Snapshot | null,
  lines: readonly Line[],
): Promise<void> {
  const glance = glanceIn(await rows.get('glance', GLANCE_ID));
  const lead = (glance?.revision ?? -1) - (snapshot?.revision ?? -1);
  if (glance && lead > 0) await copy.putGlance(glance);
  if (!snapshot || lead >= 0) return;
  const ids = new Set(lines.map((line) => line.id));
  const restored = await changesFrom(snapshot.glance, rows, ids);
  await rows.write([...restored, ...put('glance', [{ id: GLANCE_ID, glance: snapshot.glance }])]);
}

export function glanceIn(row: unknown): Glance | null {
  const glance = (row as { glance?: unknown } | undefined)?.glance;
  return isGlance(glance) ? glance : null;
}

function isSame(lines: readonly Line[], copied: LocalFacts['lines']): boolean {
  return JSON.stringify(lines) === JSON.stringify(copied);
}
