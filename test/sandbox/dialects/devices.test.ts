import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox-types.ts';
import { startStill } from '../test-client.ts';
import { dialectsOf, fetchFrom, readDialect, readingOf } from './test-reading.ts';

const HILINK = 'http://hilink.local/api';
const GOFORM =
  'http://goform.local/goform/goform_get_cmd_process?multi_data=1&isTest=false&cmd=monthly_rx_bytes,what';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.lines.reset();
  await sandbox.control.faults.clear();
  await sandbox.control.habits({ askPassword: [], withoutCookies: [] });
  dialectsOf(sandbox).clearLog();
});

it.each(['huawei-hilink', 'zte-goform'])(
  '%s counts its own month, which begins anew when the bundle ends',
  async (id) => {
    const reading = await readingOf(sandbox, id, 'data-card');
    // The bundle of this month ends 19 days after the second of March, in UTC as the browser here is.
    expect(reading.period).toEqual({ start: '2026-02-21T00:00:00Z', end: '2026-03-21T00:00:00Z' });
    expect(reading.buckets).toMatchObject([
      { validUntil: '2026-03-21T00:00:00Z', validUntilEstimated: true },
    ]);
  },
);

it.each(['huawei-hilink', 'zte-goform'])('%s knows no limit where its owner has set none', async (id) => {
  await sandbox.control.lines.setBucket('data-card', 'card-month', { unlimited: true });
  const { buckets } = await readingOf(sandbox, id, 'data-card');
  expect(buckets).toMatchObject([{ total: null, remaining: null, unlimited: false }]);
  expect(buckets[0]?.used).toBeGreaterThan(0);
});

it('HiLink tells nothing without the cookie of its session, nor without its token', async () => {
  const fetch = fetchFrom(sandbox);
  const codeOf = async (init: RequestInit) =>
    /<code>(\d+)/.exec(await (await fetch(`${HILINK}/monitoring/month_statistics`, init)).text())?.[1];
  expect(await codeOf({})).toBe('125003');
  await fetch(`${HILINK}/webserver/SesTokInfo`, { credentials: 'include' });
  expect(await codeOf({})).toBe('125003');
  expect(await codeOf({ credentials: 'include' })).toBe('125002');
});

it('HiLink replaces a token that it refused once, and is not asked for a third', async () => {
  const body = '<error><code>125002</code><message></message></error>';
  const path = '/api/monitoring/month_statistics';
  await sandbox.control.faults.add({ path, times: 1, fault: { kind: 'body', body } });
  expect((await readingOf(sandbox, 'huawei-hilink', 'data-card')).buckets).toHaveLength(1);
  await sandbox.control.faults.add({ path, fault: { kind: 'body', body } });
  dialectsOf(sandbox).clearLog();
  expect(await readDialect(sandbox, 'huawei-hilink', 'data-card')).toMatchObject({ kind: 'signed-out' });
  const asked = dialectsOf(sandbox)
    .log()
    .map(({ path: each }) => each.split('/').at(-1));
  expect(asked).toEqual(['SesTokInfo', 'month_statistics', 'SesTokInfo', 'month_statistics']);
});

it('HiLink that sets no cookie is read by the session that stands in its answer', async () => {
  await sandbox.control.habits({ withoutCookies: ['huawei-hilink'] });
  expect((await readingOf(sandbox, 'huawei-hilink', 'data-card')).buckets).toHaveLength(1);
  const log = dialectsOf(sandbox).log();
  expect(log.map(({ path, cookies }) => [path.split('/').at(-1), cookies])).toEqual([
    ['SesTokInfo', false],
    ['month_statistics', false],
    ['SesTokInfo', false],
    ['month_statistics', true],
    ['start_date', true],
  ]);
});

it.each(['huawei-hilink', 'zte-goform'])(
  '%s whose owner has set a password is signed out, and sends none',
  async (id) => {
    await sandbox.control.habits({ askPassword: [id] });
    expect(await readDialect(sandbox, id, 'data-card')).toMatchObject({ kind: 'signed-out' });
    expect(
      new Set(
        dialectsOf(sandbox)
          .log()
          .map(({ method }) => method),
      ),
    ).toEqual(new Set(['GET']));
  },
);

it('goform tells nothing to who does not come from its own page', async () => {
  const refused = { result: 'failure' };
  expect(await (await fetchFrom(sandbox)(GOFORM)).json()).toEqual(refused);
  const others = new Set(['http://hilink.local']);
  expect(await (await fetchFrom(sandbox, others)(GOFORM)).json()).toEqual(refused);
  const itself = new Set(['http://goform.local']);
  const told = await (await fetchFrom(sandbox, itself)(GOFORM)).json();
  expect(told).toEqual({ monthly_rx_bytes: expect.stringMatching(/^\d+$/), what: '' });
});

it('goform whose owner has to sign in tells empty values, which are not 0', async () => {
  const body = JSON.stringify({ monthly_rx_bytes: '', monthly_tx_bytes: '', data_volume_limit_switch: '' });
  const path = '/goform/goform_get_cmd_process';
  await sandbox.control.faults.add({ path, fault: { kind: 'body', body } });
  expect(await readDialect(sandbox, 'zte-goform', 'data-card')).toMatchObject({ kind: 'signed-out' });
});
