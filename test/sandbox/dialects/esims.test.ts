import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReadContext } from '../../../utils/providers/contract.ts';
import type { Sandbox } from '../sandbox-types.ts';
import { DAY, startStill } from '../test-client.ts';
import { dialectsOf, fetchFrom, readDialect, readingOf } from './test-reading.ts';

const SELLERS = ['airalo-partner', 'esim-access', 'esim-go'] as const;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.lines.set('esim', { missing: false, status: null });
  await sandbox.control.lines.reset();
  dialectsOf(sandbox).clearLog();
});

describe('an eSIM', () => {
  it.each(SELLERS)('that is no more is gone, and not used up, at %s', async (id) => {
    await sandbox.control.lines.set('esim', { missing: 'gone' });
    expect(await readDialect(sandbox, id, 'esim')).toMatchObject({ kind: 'line-gone' });
  });

  it.each(['airalo-partner', 'esim-access'])(
    'that waits for its first use is not activated at %s',
    async (id) => {
      await sandbox.control.lines.drain('esim', 5_000_000_000);
      await sandbox.control.lines.set('esim', { status: 'not-activated' });
      expect(await readingOf(sandbox, id, 'esim')).toMatchObject({ lineStatus: 'not-activated' });
    },
  );

  it.each(SELLERS)('whose data is used up has a bundle that is used up at %s', async (id) => {
    await sandbox.control.lines.removeBucket('esim', 'esim-next');
    await sandbox.control.lines.drain('esim', 0);
    const { buckets } = await readingOf(sandbox, id, 'esim');
    expect(buckets.map(({ state, remaining }) => [state, remaining])).toEqual([['depleted', 0]]);
  });
});

describe('Airalo', () => {
  /** What is kept of one poll for the next. */
  const keeping = (): ReadContext['memory'] => {
    const kept = new Map<string, string | null>();
    return {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
    };
  };
  const paths = () =>
    dialectsOf(sandbox)
      .log()
      .map(({ path, status }) => [path.split('/').at(-1), status]);

  it('gives a token for a day, and another one where it has run out', async () => {
    const memory = keeping();
    for (let polls = 0; polls < 2; polls++) await readingOf(sandbox, 'airalo-partner', 'esim', { memory });
    expect(paths()).toEqual([
      ['token', 200],
      ['usage', 200],
      ['usage', 200],
    ]);
    dialectsOf(sandbox).clearLog();
    const now = await sandbox.control.clock.advance(DAY + 1000);
    await readingOf(sandbox, 'airalo-partner', 'esim', { memory, now: '2026-03-02T11:00:00Z' });
    expect(paths()).toEqual([
      ['usage', 401],
      ['token', 200],
      ['usage', 200],
    ]);
    expect(now).toBe('2026-03-03T10:00:01Z');
    await sandbox.control.clock.set('2026-03-02T10:00:00Z');
  });

  it('counts minutes and texts apart, in MB of its own', async () => {
    const { buckets } = await readingOf(sandbox, 'airalo-partner', 'calling');
    expect(buckets.map(({ kind, total }) => [kind, total])).toEqual([
      ['data', Math.floor(10_000_000_000 / 1024 ** 2) * 1024 ** 2],
      ['voice', 18_000],
      ['sms', 100],
    ]);
  });

  it('lets its flag win over the figures', async () => {
    await sandbox.control.lines.setBucket('esim', 'esim-5gb', { unlimited: true });
    const { buckets } = await readingOf(sandbox, 'airalo-partner', 'esim');
    expect(buckets).toMatchObject([{ unlimited: true, total: null, remaining: null }]);
  });
});

it('eSIM Go tells a bundle that waits, and it does not count', async () => {
  const { buckets } = await readingOf(sandbox, 'esim-go', 'esim');
  expect(buckets.map(({ label, state }) => [label, state])).toEqual([
    ['Traveller 5 GB', 'active'],
    ['Traveller 10 GB', 'queued'],
  ]);
});

describe('a key that is refused', () => {
  const ask = async (url: string, init: RequestInit) => {
    const answer = await fetchFrom(sandbox)(url, init);
    return [answer.status, await answer.json()];
  };

  it('is told by each seller in its own way', async () => {
    expect(await ask('https://api.esim-go.com/v2.4/esims/89/bundles', {})).toEqual([
      403,
      { message: 'access denied' },
    ]);
    const query = { method: 'POST', headers: { 'rt-accesscode': 'another' }, body: '{}' };
    expect(await ask('https://api.esimaccess.com/api/v1/open/esim/query', query)).toMatchObject([
      200,
      { success: false, errorCode: '101003', obj: null },
    ]);
    const form = 'grant_type=client_credentials&client_id=another&client_secret=x';
    expect(
      await ask('https://partners-api.airalo.com/v2/token', { method: 'POST', body: form }),
    ).toMatchObject([422, { meta: { message: 'the parameter is invalid' } }]);
  });

  it.each(['/v2/orders', '/v2/sims/89/topups'])('nothing can be ordered at %s', async (path) => {
    const answer = await fetchFrom(sandbox)(`https://partners-api.airalo.com${path}`, { method: 'POST' });
    expect(answer.status).toBe(404);
  });
});
