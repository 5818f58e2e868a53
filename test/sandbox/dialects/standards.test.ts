import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox-types.ts';
import { startStill } from '../test-client.ts';
import { LINE_IDS, type LineId } from '../vocabulary.ts';
import { dialectsOf, fetchFrom, readDialect, readingOf } from './test-reading.ts';

const PORTAL = 'https://portal.venue.example/captive-portal/api';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.lines.reset();
  await sandbox.control.habits({ awayFrom: [] });
});

/** The address of the other version. */
const version = (id: string, wanted: 'v4' | 'v5') => {
  const baseUrl = dialectsOf(sandbox).fields(id, 'esim').baseUrl ?? '';
  return { baseUrl: baseUrl.replace(/v\d$/, wanted) };
};

const VERSIONS = ['tmf654', 'tmf677'].flatMap((id) =>
  (['v4', 'v5'] as const).flatMap((wanted) => LINE_IDS.map((line) => [id, wanted, line] as const)),
);

it.each(VERSIONS)('%s in the shape of %s tells all that %s holds', async (id, wanted, line: LineId) => {
  const { lines } = await sandbox.control.state();
  const told = lines[line] as {
    buckets: { label: string; kind: string; remaining: number; state: string }[];
  };
  const reading = await readingOf(sandbox, id, line, { typed: version(id, wanted) });
  const facts = (buckets: typeof told.buckets) =>
    buckets.map(({ label, kind, remaining, state }) => [label, kind, remaining, state]);
  expect(facts(reading.buckets.map((one) => ({ ...one, remaining: one.remaining ?? -1 })))).toEqual(
    facts(told.buckets),
  );
});

it.each([
  ['esim', { amount: 1240, currency: 'GBP' }],
  ['phone', { amount: 8650, currency: 'HKD' }],
  ['number-keeping', { amount: 460, currency: 'GBP' }],
  ['data-card', null],
] as const)('TMF654 tells the credit of %s', async (line, credit) => {
  expect((await readingOf(sandbox, 'tmf654', line)).credit).toEqual(credit);
});

it('TMF654 knows a bundle without an end of it by its words alone', async () => {
  await sandbox.control.lines.setBucket('esim', 'esim-5gb', { unlimited: true });
  const { buckets } = await readingOf(sandbox, 'tmf654', 'esim');
  expect(buckets[0]).toMatchObject({ unlimited: true, remaining: null });
});

describe('the Captive Portal API', () => {
  it('answers in the type of the standard', async () => {
    const answer = await fetchFrom(sandbox)(PORTAL);
    expect(answer.headers.get('content-type')).toBe('application/captive+json');
    expect(await answer.json()).toMatchObject({ captive: false, 'can-extend-session': true });
  });

  it('holds captive whoever is suspended, and says where more time is to be had', async () => {
    await sandbox.control.lines.set('data-card', { status: 'suspended' });
    expect(await readingOf(sandbox, 'rfc8908', 'data-card')).toMatchObject({
      lineStatus: 'suspended',
      buckets: [],
      topUpUrl: 'https://portal.venue.example/',
    });
  });

  it('has another network where its name is unknown, and where it is a page', async () => {
    const elsewhere = { apiUrl: 'https://portal.elsewhere.example/api' };
    const asked = [{ typed: elsewhere }, {}];
    await sandbox.control.habits({ awayFrom: ['rfc8908'] });
    for (const asking of asked) {
      const read = await readDialect(sandbox, 'rfc8908', 'data-card', asking);
      expect(read).toMatchObject({ kind: 'wrong-network' });
    }
  });
});

describe('Sri Lanka Telecom', () => {
  it('tells by its own clock when it measured and when a bundle ends', async () => {
    const reading = await readingOf(sandbox, 'slt-lk', 'esim');
    expect(reading).toMatchObject({ asOf: '2026-03-02T10:00:00Z', planName: 'Traveller 5 GB' });
    // the 20th of March ends in Colombo at half past six in the evening by UTC
    expect(reading.buckets).toMatchObject([
      { label: 'Traveller 5 GB', validUntil: '2026-03-20T18:29:59Z', validUntilEstimated: true },
    ]);
  });

  it('tells that the line is slow, and data for one thing alone apart from the rest', async () => {
    await sandbox.control.lines.drain('data-card', 0);
    await sandbox.control.lines.removeBucket('data-card', 'card-day-next');
    await sandbox.control.lines.setBucket('data-card', 'film', {
      scope: 'dedicated',
      total: 2 * 1024 ** 3,
      used: 1024 ** 3,
    });
    const { lineStatus, buckets } = await readingOf(sandbox, 'slt-lk', 'data-card');
    expect(lineStatus).toBe('throttled');
    expect(buckets.at(-1)).toMatchObject({ scope: 'dedicated', remaining: 1024 ** 3 });
  });

  it('has no such subscriber', async () => {
    const typed = { subscriberId: '94110000000' };
    expect(await readDialect(sandbox, 'slt-lk', 'esim', { typed })).toMatchObject({ kind: 'carrier-down' });
  });
});
