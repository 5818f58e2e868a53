import { describe, expect, it } from 'vitest';
import { exportText } from '../../utils/domain/export-format.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { importFile } from '../support/importing.ts';
import { aLine, anAlert, aSample, aTopUp, NOW } from '../support/stored-rows.ts';
import { newInstall } from '../support/transfer.ts';

const file = (parts: Partial<Parameters<typeof exportText>[0]>) =>
  exportText({ lines: [], samples: [], receipts: [], alerts: [], settings: null, ...parts }, NOW);

const at = (hour: string) => `2026-04-30T${hour}:00:00Z`;

describe('an import', () => {
  it('loses nothing that is there, and leaves what stands in both as it is', async () => {
    const install = newInstall();
    const { store, settings } = install;
    await store.putLine(aLine('a', { name: 'Here', order: 4 }));
    await store.putSamples([aSample('a', at('08'), { remaining: 1 })]);
    await store.putTopUp(aTopUp('t', 'a', { receiptNumber: 'here' }));
    await settings.put({ ...defaultSettings(0.25), theme: 'dark' });
    const text = file({
      lines: [aLine('a', { name: 'There' }), aLine('b', { order: 0 })],
      samples: [
        aSample('a', at('08'), { remaining: 2 }),
        aSample('a', at('09')),
        aSample('b', at('08')),
        aSample('gone', at('08')),
      ],
      receipts: [aTopUp('t', 'a', { receiptNumber: 'there' }), aTopUp('u', 'gone')],
      settings: { ...defaultSettings(0.5), units: 'binary' },
    });
    expect(await importFile(install, text)).toEqual({
      ok: true,
      value: { lines: 1, samples: 2, receipts: 1, setAside: 1 },
    });
    expect((await store.lines()).map(({ id, name, order }) => [id, name, order])).toEqual([
      ['a', 'Here', 4],
      ['b', 'Line b', 5],
    ]);
    expect((await store.samples('a', '')).map(({ remaining }) => remaining)).toEqual([1, 3_000_000_000]);
    expect((await store.topUp('t'))?.receiptNumber).toBe('here');
    expect((await store.topUp('u'))?.lineId).toBe('gone');
    expect(await settings.get()).toEqual({ ...defaultSettings(0.25), theme: 'dark' });
  });

  it('adds nothing the second time', async () => {
    const install = newInstall();
    const text = file({ lines: [aLine('a')], samples: [aSample('a')], receipts: [aTopUp('t', 'a')] });
    await importFile(install, text);
    expect(await importFile(install, text)).toEqual({
      ok: true,
      value: { lines: 0, samples: 0, receipts: 0, setAside: 0 },
    });
  });

  it('takes the end of a top-up that was still open here', async () => {
    const install = newInstall();
    await install.store.putTopUp(aTopUp('t', 'a'));
    const credited = aTopUp('t', 'a', { state: 'credited', settledAt: NOW });
    await importFile(install, file({ receipts: [credited] }));
    expect(await install.store.topUp('t')).toEqual(credited);
    await importFile(install, file({ receipts: [aTopUp('t', 'a')] }));
    expect(await install.store.topUp('t')).toEqual(credited);
  });

  it('never takes hosts for checkouts as confirmed', async () => {
    const install = newInstall();
    const line = aLine('a', { checkoutHosts: ['pay.example'], checkoutHostsProposed: ['new.example'] });
    await importFile(install, file({ lines: [line] }));
    expect(await install.store.line('a')).toMatchObject({
      checkoutHosts: [],
      checkoutHostsProposed: ['pay.example', 'new.example'],
    });
  });

  it.each([
    ['not-json', '{ "format": '],
    ['not-ours', '{ "lines": [] }'],
    ['newer', JSON.stringify({ format: 'data-balance', version: 99 })],
  ])('changes nothing where the file is %s', async (reason, text) => {
    const install = newInstall();
    await install.store.putLine(aLine('a'));
    expect(await importFile(install, text)).toMatchObject({ ok: false, error: { kind: 'import', reason } });
    expect(await install.store.lines()).toEqual([aLine('a')]);
  });

  it('counts the rows that cannot be read and takes the others', async () => {
    const install = newInstall();
    const text = JSON.stringify({
      ...JSON.parse(file({ lines: [aLine('a')] })),
      samples: [{ odd: true }, aSample('a')],
    });
    expect(await importFile(install, text)).toEqual({
      ok: true,
      value: { lines: 1, samples: 1, receipts: 0, setAside: 1 },
    });
  });

  it('F06: of an episode knows as much as both installs, and of two the later one', async () => {
    const install = newInstall();
    const { store } = install;
    await store.putLine(aLine('a'));
    const [before, after] = [at('08'), at('09')];
    const raised = (key: string, raisedAt: string, toldAt: string | null, endedAt: string | null = null) => ({
      ...anAlert('a', key),
      raisedAt,
      toldAt,
      endedAt,
    });
    await store.putAlerts([
      raised('low', before, null),
      raised('critical', before, before),
      raised('used-up', before, before, before),
      raised('run-out', after, after),
    ]);
    const alerts = [
      raised('low', before, after),
      raised('critical', before, before, after),
      raised('used-up', after, after),
      raised('run-out', before, null),
    ];
    await importFile(install, file({ alerts }));
    expect(await store.alerts('a')).toEqual([
      raised('critical', before, before, after),
      raised('low', before, after),
      raised('run-out', after, after),
      raised('used-up', after, after),
    ]);
  });

  it('takes a refund that came to a receipt that was settled here', async () => {
    const install = newInstall();
    await install.store.putTopUp(aTopUp('t', 'a', { state: 'credited', settledAt: at('08') }));
    const refunded = aTopUp('t', 'a', { state: 'refunded', settledAt: at('09') });
    await importFile(install, file({ receipts: [refunded] }));
    expect(await install.store.topUp('t')).toEqual(refunded);
  });

  it('F06: brings what was told elsewhere, of lines that are here, and leaves what was told here as it is', async () => {
    const install = newInstall();
    const { store } = install;
    await store.putLine(aLine('a'));
    await store.putAlerts([{ ...anAlert('a', 'low'), endedAt: NOW }]);
    const stray = { ...anAlert('b', 'low'), lineId: 'a' };
    const alerts = [
      anAlert('a', 'low'),
      anAlert('a', 'critical'),
      anAlert('b', 'low'),
      anAlert('gone'),
      stray,
    ];
    await importFile(install, file({ lines: [aLine('b')], alerts: alerts.slice(0, 4) }));
    await importFile(install, file({ alerts: alerts.slice(4) }));
    const kept = await Promise.all(['a', 'b', 'gone'].map((id) => store.alerts(id)));
    expect(kept.map((rows) => rows.map(({ id, endedAt }) => [id, endedAt]))).toEqual([
      [
        ['a:critical', null],
        ['a:low', NOW],
      ],
      [['b:low', null]],
      [],
    ]);
  });
});
