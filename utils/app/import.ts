import type { ExportParts } from '../domain/export-parts.ts';
import type { Line } from '../domain/line.ts';
import { missingSamples } from '../domain/merge-samples.ts';
import type { AlertEpisode, Sample } from '../domain/records.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { Deps } from './deps.ts';

/** What was added by an import; `setAside` counts the rows that belong to no line. */
export interface Imported {
  lines: number;
  samples: number;
  receipts: number;
  setAside: number;
}

type ImportDeps = Pick<Deps, 'store' | 'settings'>;

/** Adds what a file holds to what is there; nothing that is there is lost, and what stands in both stays as it is. */
export async function importAll(deps: ImportDeps, parts: ExportParts): Promise<Imported> {
  const before = await deps.store.lines();
  if (before.length === 0) await takeSettings(deps, parts);
  const lines = newLines(before, parts.lines);
  await deps.store.putLines(lines);
  const known = [...before, ...lines].map(({ id }) => id);
  const samples = (await Promise.all(known.map((id) => newSamples(deps, id, parts.samples)))).flat();
  await deps.store.putSamples(samples);
  await deps.store.putAlerts(await newAlerts(deps, known, parts.alerts));
  const receipts = newReceipts(await deps.store.topUps(), parts.receipts);
  for (const receipt of receipts) await deps.store.putTopUp(receipt);
  const strays = parts.samples.filter(({ lineId }) => !known.includes(lineId));
  return {
    lines: lines.length,
    samples: samples.length,
    receipts: receipts.length,
    setAside: strays.length,
  };
}

/** On a fresh install only; the phase stays this install's own, or two installs would ask at the same time. */
async function takeSettings({ settings }: ImportDeps, parts: ExportParts): Promise<void> {
  if (!parts.settings) return;
  const { phase } = await settings.get();
  await settings.put({ ...parts.settings, phase });
}

/** Hosts for checkouts are confirmed by a person, never by a file. */
function newLines(before: readonly Line[], imported: readonly Line[]): Line[] {
  const known = new Set(before.map(({ id }) => id));
  const next = Math.max(-1, ...before.map(({ order }) => order)) + 1;
  return imported
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => a.order - b.order)
    .map((line, i) => {
      const hosts = [...new Set([...line.checkoutHosts, ...(line.checkoutHostsProposed ?? [])])];
      const checkoutHostsProposed = hosts.length > 0 ? hosts : null;
      return { ...line, order: next + i, checkoutHosts: [], checkoutHostsProposed };
    });
}

async function newSamples(
  { store }: ImportDeps,
  lineId: string,
  imported: readonly Sample[],
): Promise<Sample[]> {
  const stored = await store.samples(lineId, '');
  return missingSamples(
    stored,
    imported.filter((sample) => sample.lineId === lineId),
  );
}

/** What was told elsewhere is not told here again. Of two episodes the later one stands, of one all that is known. */
async function newAlerts(
  { store }: ImportDeps,
  lineIds: readonly string[],
  imported: readonly AlertEpisode[],
): Promise<AlertEpisode[]> {
  const stored = await Promise.all(lineIds.map((id) => store.alerts(id)));
  const known = new Map(stored.flat().map((episode) => [episode.id, episode]));
  return imported
    .filter(({ id, lineId, key }) => lineIds.includes(lineId) && id === `${lineId}:${key}`)
    .map((there) => joined(known.get(there.id) ?? there, there));
}

function joined(here: AlertEpisode, there: AlertEpisode): AlertEpisode {
  if (here.raisedAt !== there.raisedAt) return here.raisedAt > there.raisedAt ? here : there;
  return { ...here, toldAt: here.toldAt ?? there.toldAt, endedAt: here.endedAt ?? there.endedAt };
}

/** A receipt that has come to its end replaces one that had not yet when it was stored here, or to an earlier one. */
function newReceipts(stored: readonly TopUp[], imported: readonly TopUp[]): TopUp[] {
  const byId = new Map(stored.map((topUp) => [topUp.id, topUp]));
  return imported.filter(({ id, settledAt }) => {
    const known = byId.get(id);
    return !known || (settledAt !== null && (known.settledAt === null || settledAt > known.settledAt));
  });
}
