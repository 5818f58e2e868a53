import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertInput, decideAlerts } from '../../utils/domain/alerts.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import type { AlertEpisode } from '../../utils/domain/records.ts';
import { aBucket, aDataBucket, aLine, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';

const START = toMs('2026-11-01T00:00:00Z');

type Step = {
  remaining: number | 'unknown' | 'unlimited' | 'none';
  validDays: number | null;
  stale: boolean;
  quiet: boolean;
  paused: boolean;
  wait: number;
};

const step: fc.Arbitrary<Step> = fc.record({
  remaining: fc.oneof(
    fc.constantFrom<Step['remaining'][]>(
      'unknown',
      'unlimited',
      'none',
      0,
      1 * MB,
      99 * MB,
      101 * MB,
      499 * MB,
    ),
    fc.integer({ min: 0, max: 2 * GB }),
  ),
  validDays: fc.option(fc.integer({ min: -2, max: 40 }), { nil: null }),
  stale: fc.boolean(),
  quiet: fc.boolean(),
  paused: fc.boolean(),
  wait: fc.integer({ min: 1, max: 2 * DAY }),
});

function readingOf({ remaining, validDays }: Step, now: number): Reading {
  const validUntil = validDays === null ? null : { at: toInstant(now + validDays * DAY), estimated: false };
  if (remaining === 'none') return aReading({ validUntil });
  if (typeof remaining === 'number')
    return aReading({ validUntil, buckets: [aDataBucket(10 * GB, 10 * GB - remaining)] });
  return aReading({ validUntil, buckets: [aBucket({ unlimited: remaining === 'unlimited' })] });
}

const timeOf = (ms: number) => toInstant(ms).slice(11, 16);

interface Played {
  step: Step;
  told: string[];
  ended: string[];
  raised: AlertEpisode[];
  open: AlertEpisode[];
}

function play(steps: Step[]): Played[] {
  let kept = new Map<string, AlertEpisode>();
  let now = START;
  return steps.map((given) => {
    now += given.wait;
    const input: AlertInput = {
      line: aLine({ alertsPausedUntil: given.paused ? toInstant(now + HOUR) : null }),
      row: aRow(readingOf(given, now)),
      attempt: anAttempt(),
      episodes: [...kept.values()],
      topUps: [],
      forecast: { kind: 'no-history' },
      now: toInstant(now),
      zone: 'UTC',
      stale: given.stale,
      quietHours: given.quiet ? { from: timeOf(now), to: timeOf(now + HOUR) } : null,
      ownZone: 'UTC',
    };
    const { raise, end, tell } = decideAlerts(input);
    kept = new Map([...kept.values(), ...raise, ...end, ...tell].map((row) => [row.id, row]));
    const open = [...kept.values()].filter(({ endedAt }) => endedAt === null);
    return {
      step: given,
      told: tell.map(({ key }) => key),
      ended: end.map(({ key }) => key),
      raised: raise,
      open,
    };
  });
}

const sequence = fc.array(step, { maxLength: 60 });

describe('any sequence of figures', () => {
  it('F06: nothing is told twice without having ended in between', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const told = new Set<string>();
        for (const played of play(steps)) {
          for (const key of played.ended) told.delete(key);
          for (const key of played.told) {
            expect(told.has(key)).toBe(false);
            told.add(key);
          }
        }
      }),
      { seed: 606, numRuns: 500 },
    );
  });

  it('F07: an alert on data ends only well above its threshold', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const clear: Record<string, number> = { low: 600 * MB, critical: 120 * MB, 'used-up': 10 * MB };
        for (const { step: given, ended } of play(steps)) {
          for (const key of ended.filter((name) => name in clear)) {
            if (given.remaining !== 'unlimited') expect(given.remaining).toBeGreaterThan(clear[key] ?? 0);
          }
        }
      }),
      { seed: 607, numRuns: 500 },
    );
  });

  it('F08: nothing comes from a stale figure but that its day draws near, and nothing on data from an unknown or unlimited one', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { step: given, told, raised } of play(steps)) {
          if (!given.stale && typeof given.remaining === 'number') continue;
          const begun = [...told, ...raised.map(({ key }) => key)];
          expect(begun.filter((key) => !key.startsWith('lapse'))).toEqual([]);
        }
      }),
      { seed: 608, numRuns: 500 },
    );
  });

  it('at most one alert on data and one on validity is told at a time, and none that is held back', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { step: given, told } of play(steps)) {
          expect(told.filter((key) => key.startsWith('lapse')).length).toBeLessThanOrEqual(1);
          expect(told.filter((key) => !key.startsWith('lapse')).length).toBeLessThanOrEqual(1);
          if (given.paused) expect(told).toEqual([]);
          else if (given.quiet) expect(told.filter((key) => key !== 'used-up')).toEqual([]);
        }
      }),
      { seed: 609, numRuns: 500 },
    );
  });

  it('what holds stands open, whether or not it was told', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { step: given, open } of play(steps)) {
          if (given.stale || typeof given.remaining !== 'number') continue;
          const keys = open.map(({ key }) => key);
          if (given.remaining === 0)
            expect(keys).toEqual(expect.arrayContaining(['low', 'critical', 'used-up']));
          if (given.remaining <= 100 * MB) expect(keys).toEqual(expect.arrayContaining(['low', 'critical']));
          if (given.remaining > 600 * MB) expect(keys).not.toContain('low');
        }
      }),
      { seed: 610, numRuns: 500 },
    );
  });
});
