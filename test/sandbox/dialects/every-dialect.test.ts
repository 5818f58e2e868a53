import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { headlineOf } from '../../../utils/domain/headline.ts';
import type { Sandbox } from '../sandbox-types.ts';
import { startStill } from '../test-client.ts';
import { askedIn, MAY_ASK } from './asked.ts';
import { DIALECTS } from './dialects.ts';
import { dialectsOf, readDialect, readingOf } from './test-reading.ts';

const GIB = 1024 ** 3;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.lines.reset();
  dialectsOf(sandbox).clearLog();
});

const withData = DIALECTS.flatMap(({ id, lines, shows = (bytes) => bytes }) =>
  lines.filter((line) => line !== 'number-keeping').map((line) => [id, line, shows] as const),
);

it.each(withData)('%s tells how the data of %s falls', async (id, lineId, shows) => {
  for (const left of [3 * GIB, GIB]) {
    await sandbox.control.lines.drain(lineId, left);
    const reading = await readingOf(sandbox, id, lineId);
    expect(headlineOf(reading)).toMatchObject({ kind: 'data', remaining: shows(left) });
  }
});

it.each(withData)(
  '%s tells that the data of %s is used up, which is not that none is told',
  async (id, lineId) => {
    await sandbox.control.lines.drain(lineId, 0);
    const reading = await readingOf(sandbox, id, lineId);
    expect(headlineOf(reading)).toMatchObject({ kind: 'data', remaining: 0 });
  },
);

describe('its carrier', () => {
  it.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
    '%s is asked nothing but what it documents, and hears a secret only where it belongs',
    async (id, { hosts, plainHosts = [], lines: [lineId = 'esim'] }) => {
      await readDialect(sandbox, id, lineId);
      const log = dialectsOf(sandbox).log();
      const asked = askedIn(log);
      expect(asked.hosts).toEqual(hosts.length > 0 ? hosts : plainHosts);
      expect(MAY_ASK[id]?.requests).toEqual(expect.arrayContaining(asked.requests));
      expect(asked.secrets).toEqual(MAY_ASK[id]?.secrets.toSorted());
      const { carries = {} } = MAY_ASK[id] ?? {};
      expect(log.filter(({ cookies }) => cookies && !carries.cookies)).toEqual([]);
      expect(log.filter(({ referer }) => referer && !carries.referer)).toEqual([]);
      expect(sandbox.log()).toEqual([]);
    },
  );
});

describe('signed out', () => {
  it.each([
    ['slt-lk', { password: 'another' }],
    ['slt-lk', { clientId: 'another' }],
    ['lyca', { password: 'another' }],
    ['lyca', { password: '' }],
    ['tmf654', { token: 'another' }],
    ['tmf677', { token: 'another' }],
    ['airalo-partner', { clientId: 'another' }],
    ['airalo-partner', { clientSecret: 'another' }],
    ['esim-access', { accessCode: 'another' }],
    ['esim-go', { apiKey: 'another' }],
  ])('%s refuses %j', async (id, typed) => {
    const lineId = DIALECTS.find((dialect) => dialect.id === id)?.lines[0] ?? 'esim';
    expect(await readDialect(sandbox, id, lineId, { typed })).toMatchObject({ kind: 'signed-out' });
  });

  it.each(['airalo-partner', 'esim-access', 'esim-go'])('%s knows no other eSIM', async (id) => {
    const iccid = '8944000000000000000';
    expect(await readDialect(sandbox, id, 'esim', { typed: { iccid } })).toMatchObject({ kind: 'line-gone' });
  });
});
