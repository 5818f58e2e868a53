import type { ExportParts } from '../domain/export-parts.ts';
import type { NamedHistory } from '../domain/history-csv.ts';
import type { Line } from '../domain/line.ts';
import type { Sample } from '../domain/records.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Deps } from './deps.ts';

/** Everything but secrets; a page makes a file of it. */
export async function exportAll(deps: Pick<Deps, 'store' | 'settings'>): Promise<ExportParts> {
  const lines = await deps.store.lines();
  return {
    lines,
    samples: await samplesOf(deps, lines),
    receipts: await deps.store.topUps(),
    alerts: (await Promise.all(lines.map(({ id }) => deps.store.alerts(id)))).flat(),
    settings: await deps.settings.get(),
  };
}

/** The history of one line, or of all where it is null; a page makes a table of it. */
export async function exportHistory(deps: Pick<Deps, 'store'>, lineId: string | null): Promise<NamedHistory> {
  const lines = (await deps.store.lines()).filter(({ id }) => lineId === null || id === lineId);
  return { lines: lines.map(({ id, name }) => ({ id, name })), samples: await samplesOf(deps, lines) };
}

/**
 * Secrets first, then lines, history and receipts; settings return to their defaults, and the phase of this install
 * stays as it was drawn.
 */
export async function eraseAll(
  deps: Pick<Deps, 'store' | 'settings' | 'secrets' | 'session'>,
): Promise<void> {
  await deps.secrets.removeAll();
  await deps.session.removeAll();
  await deps.store.eraseAll();
  const { phase } = await deps.settings.get();
  await deps.settings.put(defaultSettings(phase));
}

async function samplesOf({ store }: Pick<Deps, 'store'>, lines: readonly Line[]): Promise<Sample[]> {
  return (await Promise.all(lines.map(({ id }) => store.samples(id, '')))).flat();
}
