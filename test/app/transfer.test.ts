import { describe, expect, it } from 'vitest';
import { eraseAll, exportAll, exportHistory } from '../../utils/app/transfer.ts';
import { exportText } from '../../utils/domain/export-format.ts';
import { namedHistoryCsv } from '../../utils/domain/history-csv.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { importFile } from '../support/importing.ts';
import { local, storedTables } from '../support/stored.ts';
import { aLine, anAlert, anAttempt, aReadingRow, aSample, aTopUp, NOW } from '../support/stored-rows.ts';
import { type Install, newInstall } from '../support/transfer.ts';

const CANARY = 'canary-token-8f31';
const EARLY = '2026-04-30T08:00:00Z';
const LATE = '2026-04-30T09:00:00Z';

const inUse = async (): Promise<Install> => {
  const install = newInstall();
  const { store, settings, secrets, session } = install;
  await store.putLines([
    aLine('a', { order: 0, until: { day: '2026-12-12', label: 'Flight home' } }),
    aLine('b', { order: 1 }),
  ]);
  await store.putSamples([aSample('a', EARLY), aSample('a', LATE), aSample('b', EARLY)]);
  await store.putTopUp(aTopUp('t', 'a'));
  await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a') });
  await store.putAlerts([anAlert('a')]);
  await settings.put({ ...defaultSettings(0.25), units: 'binary' });
  await secrets.put('a', { values: { token: CANARY }, oauth: null });
  await session.set('memory:a:token', CANARY);
  return install;
};

const fileOf = async (install: Install) => exportText(await exportAll(install), NOW);

describe('an export', () => {
  it('G05: holds all that is stored but secrets, whether they are wrapped or not', async () => {
    const install = await inUse();
    const plain = await fileOf(install);
    expect(plain).not.toContain(CANARY);
    await install.secrets.setPassphrase('correct horse battery');
    expect(await fileOf(install)).toBe(plain);
    await install.secrets.lock();
    expect(await fileOf(install)).toBe(plain);
    for (const kept of ['"a"', '"b"', EARLY, LATE, '"binary"', 'pay.example']) expect(plain).toContain(kept);
  });

  it('makes a new install what the old one was, all but secrets and the phase', async () => {
    const text = await fileOf(await inUse());
    const fresh = newInstall(0.75);
    expect(await importFile(fresh, text)).toEqual({
      ok: true,
      value: { lines: 2, samples: 3, receipts: 1, setAside: 0 },
    });
    expect(JSON.parse(await fileOf(fresh))).toEqual({
      ...JSON.parse(text),
      settings: { ...defaultSettings(0.75), units: 'binary' },
    });
    expect(await fresh.secrets.has('a')).toBe(false);
  });
});

describe('history as CSV', () => {
  it('is of one line or of all, by their names', async () => {
    const install = await inUse();
    const rows = (csv: string) => csv.trim().split('\r\n').slice(1);
    expect(rows(namedHistoryCsv(await exportHistory(install, null)))).toHaveLength(3);
    const one = rows(namedHistoryCsv(await exportHistory(install, 'a')));
    expect(one).toHaveLength(2);
    for (const row of one) expect(row).toContain('Line a');
    expect(rows(namedHistoryCsv(await exportHistory(install, 'gone')))).toEqual([]);
  });
});

describe('erasing all', () => {
  it('leaves no line, figure, receipt, secret or setting, and the phase as it was drawn', async () => {
    const install = await inUse();
    await eraseAll(install);
    expect(await install.store.lines()).toEqual([]);
    const { meta, ...tables } = await storedTables();
    expect(Object.values(tables).flat()).toEqual([]);
    expect(await install.secrets.has('a')).toBe(false);
    expect(JSON.stringify(await local.get())).not.toMatch(/canary|Line a|api\.example/);
    expect(await install.session.get('memory:a:token')).toBeUndefined();
    expect(await install.settings.get()).toEqual(defaultSettings(0.25));
  });
});
