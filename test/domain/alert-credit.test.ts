import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertInput, decideAlerts } from '../../utils/domain/alerts.ts';
import { burnOf } from '../../utils/domain/credit-burn.ts';
import { watchCredit } from '../../utils/domain/credit-watch.ts';
import { DAY, HOUR, MINUTE, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import type { AlertEpisode, ReadingRow } from '../../utils/domain/records.ts';
import { alertInput } from '../support/alert-input.ts';
import { aBucket, aDataBucket, aLine, aReading, aRow, GB, MB } from '../support/records.ts';

const NOW = '2026-11-21T09:00:00Z';

const input = (row: ReadingRow | null, rest: Partial<AlertInput> = {}): AlertInput =>
  alertInput(row, { line: aLine({ kind: 'esim' }), ...rest });

/** Plays readings, keeping episodes as the store does; gives what was told at each step. */
function told(readings: Reading[], rest: Partial<AlertInput> = {}): string[][] {
  let kept = new Map<string, AlertEpisode>();
  return readings.map((reading, index) => {
    const now = toInstant(toMs(NOW) + index * MINUTE);
    const { raise, end, tell } = decideAlerts(
      input(aRow(reading), { now, episodes: [...kept.values()], ...rest }),
    );
    kept = new Map([...kept.values(), ...raise, ...end, ...tell].map((row) => [row.id, row]));
    return tell.map(({ key }) => key);
  });
}

const voice = (minutes: number | null, rest = {}) =>
  aBucket({ id: 'v', kind: 'voice', total: 300 * 60, remaining: minutes && minutes * 60, ...rest });
const sms = (remaining: number, total: number | null = 200) =>
  aBucket({ id: 's', kind: 'sms', total, remaining });
const holding = (...buckets: Reading['buckets']) => aReading({ buckets });

describe('calls and messages', () => {
  it('are warned of when they are low and when they are used up, each once', () => {
    const steps = [40, 30, 29, 35, 0, 0].map((minutes) => holding(voice(minutes)));
    expect(told(steps)).toEqual([[], ['voice-low'], [], [], ['voice-used-up'], []]);
    const texts = [21, 20, 19, 1, 0].map((left) => holding(sms(left)));
    expect(told(texts)).toEqual([[], ['sms-low'], [], [], ['sms-used-up']]);
  });

  it('are low at a fifth of a small allowance', () => {
    expect(told([holding(sms(5, 20)), holding(sms(4, 20))])).toEqual([[], ['sms-low']]);
    expect(told([holding(sms(20, null))])).toEqual([['sms-low']]);
  });

  it('have thresholds of their own', () => {
    const thresholds = { lowBytes: null, criticalBytes: null, lowCredit: null, lowVoice: 3600, lowSms: 0 };
    const line = aLine({ thresholds });
    expect(told([holding(voice(60), sms(1))], { line })).toEqual([['voice-low']]);
    expect(told([holding(voice(61), sms(0))], { line })).toEqual([['sms-used-up']]);
  });

  it('are one sum, where several bundles hold them', () => {
    expect(told([holding(voice(20), voice(20, { id: 'w' }))])).toEqual([[]]);
    expect(told([holding(voice(10), voice(20, { id: 'w' }))])).toEqual([['voice-low']]);
  });

  it.each([
    ['unknown', voice(null)],
    ['unlimited', voice(null, { unlimited: true })],
    ['for roaming alone', voice(1, { scope: 'roaming' })],
    ['waiting for their turn', voice(1, { state: 'queued' })],
    ['never granted', voice(0, { total: 0 })],
  ])('F08: are not warned of when they are %s', (_, bucket) => {
    expect(told([holding(bucket)])).toEqual([[]]);
  });

  it('F08: are not warned of from an old figure, nor on a line that is not in service', () => {
    expect(told([holding(voice(1))], { stale: true })).toEqual([[]]);
    expect(told([{ ...holding(voice(1)), lineStatus: 'suspended' }])).toEqual([[]]);
  });

  it('are re-armed by a new period', () => {
    const period = (start: string) => ({ start, end: '2026-12-21T00:00:00Z' });
    const steps = ['2026-10-21T09:00:00Z', '2026-11-21T09:00:30Z'];
    expect(told(steps.map((start) => ({ ...holding(voice(10)), period: period(start) })))).toEqual([
      ['voice-low'],
      ['voice-low'],
    ]);
  });
});

/** One look at a line, some time after the one before. */
interface Look {
  wait: number;
  /** used of the credit since, minor units; below zero a top-up */
  spent: number;
  bundle: 'runs' | 'over' | 'bought' | 'unknown';
  creditKnown: boolean;
  currency: 'GBP' | 'EUR';
  stale: boolean;
  /** the alerts are looked at, and the background did not die before */
  looked: boolean;
}

const look: fc.Arbitrary<Look> = fc.record({
  wait: fc.oneof(fc.integer({ min: MINUTE, max: 2 * HOUR }), fc.integer({ min: MINUTE, max: 3 * DAY })),
  spent: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 }), fc.integer({ min: -500, max: -1 })),
  bundle: fc.constantFrom<Look['bundle'][]>('runs', 'runs', 'over', 'over', 'over', 'bought', 'unknown'),
  creditKnown: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  currency: fc.constantFrom<Look['currency'][]>('GBP', 'GBP', 'GBP', 'GBP', 'EUR'),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  looked: fc.boolean(),
});

interface Seen {
  look: Look;
  falls: boolean;
  told: boolean;
  burns: boolean;
  /** which burning it is */
  since: string | null;
}

function watch(looks: readonly Look[]): Seen[] {
  let row: ReadingRow | null = null;
  let kept: AlertEpisode[] = [];
  let [now, credit, bought] = [toMs(NOW), 100_000, 0];
  return looks.map((each) => {
    now += each.wait;
    credit -= each.spent;
    if (each.bundle === 'bought') bought += 1;
    const id = `b${bought}`;
    const over = each.bundle === 'over' ? { state: 'expired' as const } : {};
    const figures = each.bundle === 'unknown' ? aBucket({ id }) : aDataBucket(GB, 100 * MB, { id, ...over });
    const money = each.creditKnown ? { amount: credit, currency: each.currency } : null;
    const reading = aReading({ credit: money, buckets: [figures] });
    const checkedAt = toInstant(now);
    const before: ReadingRow | null = row;
    const known = watchCredit({ before, reading, checkedAt, kind: 'esim', settled: false });
    row = { ...aRow(reading, checkedAt), watch: known };
    const given = input(row, { episodes: kept, now: checkedAt, stale: each.stale });
    const decided = each.looked ? decideAlerts(given) : { raise: [], end: [], tell: [] };
    const changed = [...kept, ...decided.raise, ...decided.end, ...decided.tell];
    kept = [...new Map(changed.map((episode) => [episode.id, episode])).values()];
    const has = (rows: readonly AlertEpisode[]) => rows.some(({ key }) => key === 'credit-burn');
    const old: Reading['credit'] = before ? (before as ReadingRow).reading.credit : null;
    return {
      look: each,
      falls: money !== null && old?.currency === money.currency && old.amount > money.amount,
      told: has(decided.tell),
      burns: burnOf(known) !== null,
      since: burnOf(known)?.since ?? null,
    };
  });
}

const everyHistory = (check: (seen: Seen[]) => void, seed: number) =>
  fc.assert(
    fc.property(fc.array(look, { maxLength: 60 }), (looks) => check(watch(looks))),
    { seed, numRuns: 600 },
  );

describe('credit that burns, in any history', () => {
  it('F06: is told once, until it was over or another burning began', () => {
    everyHistory((seen) => {
      const tellings = seen.flatMap(({ told: now }, index) => (now ? [index] : []));
      for (const [n, index] of tellings.entries()) {
        const before = tellings[n - 1];
        if (before === undefined) continue;
        const since = seen[before]?.since;
        expect(seen.slice(before + 1, index + 1).some((one) => one.since !== since)).toBe(true);
      }
    }, 701);
  });

  it('F08: is told of no old, unknown or incomparable figure, and of no single fall while a bundle runs', () => {
    everyHistory((seen) => {
      for (const [index, { look: given, told: now, burns }] of seen.entries()) {
        if (now) expect([given.stale, given.creditKnown, burns]).toEqual([false, true, true]);
        const before = seen.slice(0, index + 1);
        const enough = before.some((one) => one.look.bundle === 'over') ? 0 : 1;
        if (now) expect(before.filter(({ falls }) => falls).length).toBeGreaterThan(enough);
      }
    }, 702);
  });

  it('is told of no reading with which a bundle was bought or credit came', () => {
    everyHistory((seen) => {
      for (const [index, { look: given, burns }] of seen.entries()) {
        if (index > 0 && given.bundle === 'bought') expect(burns).toBe(false);
        if (given.creditKnown && given.spent < 0 && seen[index - 1]?.look.creditKnown)
          expect(burns).toBe(false);
      }
    }, 703);
  });

  it('is missed for no longer than two looks, once it falls from look to look', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 5 * MINUTE, max: 12 * HOUR }),
        (spends, wait) => {
          const calm: Look = {
            wait,
            spent: 0,
            bundle: 'runs',
            creditKnown: true,
            currency: 'GBP',
            stale: false,
            looked: true,
          };
          const burning = spends.map((spent): Look => ({ ...calm, spent, bundle: 'over' }));
          const seen = watch([calm, calm, ...burning]);
          expect([2, 3]).toContain(seen.findIndex((one) => one.told));
          expect(seen.filter((one) => one.told)).toHaveLength(1);
        },
      ),
      { seed: 704, numRuns: 200 },
    );
  });
});
