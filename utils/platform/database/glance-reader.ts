import { browser } from 'wxt/browser';
import type { Glance } from '../../domain/glance.ts';
import { readGlanceRecord } from './glance-record.ts';
import { isGlance, isSnapshot, SNAPSHOT_KEY } from './snapshot.ts';

/** How long the database may take before the snapshot serves in its place. */
const PATIENCE = 800;

/**
 * The finished answer for all lines: the record of the database or the snapshot in `storage.local`, whichever is
 * newer; null = neither can be read. Touches nothing that grows with history. Never rejects, never hangs.
 */
export async function readGlance(
  wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
): Promise<Glance | null> {
  const [record, snapshot] = await Promise.all([
    Promise.race([readRecord().catch(() => null), wait(PATIENCE)]),
    readSnapshot().catch(() => null),
  ]);
  if (!record) return snapshot;
  return snapshot && snapshot.revision > record.revision ? snapshot : record;
}

async function readRecord(): Promise<Glance | null> {
  const row = (await readGlanceRecord()) as { glance?: unknown } | undefined;
  return isGlance(row?.glance) ? row.glance : null;
}

async function readSnapshot(): Promise<Glance | null> {
  const stored = (await browser.storage.local.get(SNAPSHOT_KEY))[SNAPSHOT_KEY];
  return isSnapshot(stored) ? stored.glance : null;
}
