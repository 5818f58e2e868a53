import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, toMs } from '../../utils/domain/instant.ts';
import { BALANCE_URL, balance, hostWith, json, NOW } from '../support/carrier.ts';

/** How far the carrier's clock seems off by the `Date` of one answer. */
async function skewBy(headers: Record<string, string>, status = 200): Promise<number | null> {
  const { run } = hostWith(() => json(balance(), { status, headers }));
  const { http, clockSkew } = run();
  await http.request({ url: BALANCE_URL, readsErrors: true });
  return clockSkew();
}

const dated = (ms: number) => ({ date: new Date(toMs(NOW) + ms).toUTCString() });

describe("the carrier's clock", () => {
  it.each([3 * DAY, -3 * DAY, 6 * MINUTE])('T08: is noted as off by %i ms, ahead or behind', async (ms) => {
    expect(await skewBy(dated(ms))).toBe(ms);
    expect(await skewBy(dated(ms), 503)).toBe(ms);
  });

  it('T08: agrees with ours within a few minutes', async () => {
    expect(await skewBy(dated(4 * MINUTE))).toBe(0);
    expect(await skewBy(dated(-4 * MINUTE))).toBe(0);
  });

  it('T08: is not taken to be late when an answer lay in a cache', async () => {
    expect(await skewBy({ ...dated(-2 * HOUR), age: '7200' })).toBe(0);
  });

  it('T08: is unknown, not in time, where the answer does not say or says nonsense', async () => {
    expect(await skewBy({})).toBeNull();
    expect(await skewBy({ date: 'yesterday' })).toBeNull();
  });
});
