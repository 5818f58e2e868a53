import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertInput, decideAlerts } from '../../utils/domain/alerts.ts';
import { DAY, HOUR, type Instant, toInstant, toMs } from '../../utils/domain/instant.ts';
import { LAPSE_DAYS } from '../../utils/domain/lapse-days.ts';
import type { AlertEpisode, ReadingRow } from '../../utils/domain/records.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { earlierValidity, type Validity, validityOf } from '../../utils/domain/validity.ts';
import { aLine, anAttempt, aReading, aTopUp } from '../support/records.ts';

/* Months of a number that is kept: polls that tell its end, leave it out or fail, and top-ups now and then. */

const ZONES = ['UTC', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Shanghai'] as const;
type Zone = (typeof ZONES)[number];
const calendarOf = (timeZone: Zone) => new Intl.DateTimeFormat('en-CA', { timeZone });
const calendars: Record<Zone, Intl.DateTimeFormat> = {
  UTC: calendarOf('UTC'),
  'Pacific/Auckland': calendarOf('Pacific/Auckland'),
  'America/St_Johns': calendarOf('America/St_Johns'),
  'Asia/Shanghai': calendarOf('Asia/Shanghai'),
};
const START = toMs('2026-09-01T06:00:00Z');

interface Step {
  /** until the next poll */
  hours: number;
  poll: 'tells' | 'leaves-out' | 'fails';
  /** a top-up is credited that lengthens the number by so many days; 0 = none */
  topUp: number;
  /** a background that dies forgets all that was not stored */
  restart: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  hours: fc.integer({ min: 1, max: 60 }),
  poll: fc.constantFrom('tells', 'tells', 'leaves-out', 'fails'),
  topUp: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 10, max: 100 }) },
  ),
  restart: fc.boolean(),
});

const months = fc.record({
  steps: fc.array(step, { minLength: 20, maxLength: 80 }),
  firstDays: fc.integer({ min: 2, max: 60 }),
  ruleDays: fc.constantFrom(null, 60, 90, 180),
  zone: fc.constantFrom(...ZONES),
});

interface Look {
  told: number[];
  known: Validity | null;
  now: Instant;
}

function play(given: {
  steps: readonly Step[];
  firstDays: number;
  ruleDays: number | null;
  zone: Zone;
}): Look[] {
  const { steps, firstDays, ruleDays, zone } = given;
  const rule = ruleDays === null ? null : { days: ruleDays, after: 'top-up' as const, lastOn: null };
  const line = aLine({ lapse: { warnDays: null, rule } });
  let end = START + firstDays * DAY;
  let at = START;
  let row: ReadingRow | null = null;
  let stored: { episodes: AlertEpisode[]; topUps: TopUp[] } = { episodes: [], topUps: [] };
  return steps.map(({ hours, poll, topUp, restart }, index) => {
    at += hours * HOUR;
    const now = toInstant(at);
    if (topUp > 0) {
      end = Math.max(end, at) + topUp * DAY;
      stored.topUps.push(aTopUp({ id: `t${index}`, state: 'credited', settledAt: now, dismissed: true }));
    }
    if (poll !== 'fails') {
      const told = poll === 'tells' ? { at: toInstant(end), estimated: false } : null;
      const reading = aReading({ validUntil: told });
      const earlier = earlierValidity(row, reading);
      row = { v: 1, lineId: 'l1', reading, checkedAt: now, changedAt: now, earlierValidity: earlier };
    }
    const known = validityOf({ line, row, topUps: stored.topUps, now, zone });
    const input: AlertInput = {
      ...{ line, row, now, zone, ...stored },
      attempt: anAttempt(),
      forecast: { kind: 'none' },
      stale: poll === 'fails',
      quietHours: null,
      ownZone: 'UTC',
    };
    const { raise, end: ended, tell } = decideAlerts(input);
    const kept = new Map([...stored.episodes, ...raise, ...ended, ...tell].map((one) => [one.id, one]));
    stored = { ...stored, episodes: [...kept.values()] };
    if (restart) stored = structuredClone(stored);
    const steps = tell.filter(({ key }) => key.startsWith('lapse')).map(({ key }) => Number(key.slice(6)));
    return { told: steps, known, now };
  });
}

/** Calendar days to an end, reckoned otherwise than the product does; a day less where it is estimated. */
function daysTo({ at, estimated }: Validity, now: Instant, zone: Zone): number {
  const day = (instant: Instant) => Date.parse(calendars[zone].format(toMs(instant)));
  return (day(at) - day(now)) / DAY - (estimated ? 1 : 0);
}

const settings = { seed: 3014, numRuns: 150 };

describe('a number over months', () => {
  it('F06: no step is told twice unless a later end was known in between', () => {
    fc.assert(
      fc.property(months, (given) => {
        const lastTold = new Map<number, Instant>();
        for (const { told, known } of play(given)) {
          for (const days of told) {
            const before = lastTold.get(days);
            if (before !== undefined) expect(known && known.at > before).toBe(true);
            lastTold.set(days, known?.at ?? '');
          }
        }
      }),
      settings,
    );
  });

  it('no step is missed: who is so near to an end was told so, or of one nearer, since it was clearly further off', () => {
    fc.assert(
      fc.property(months, (given) => {
        let covered = new Set<number>();
        for (const { told, known, now } of play(given)) {
          if (!known || known.at <= now) continue;
          const left = daysTo(known, now, given.zone);
          covered = new Set([...covered].filter((days) => left < days + 2));
          for (const days of LAPSE_DAYS) if (told.some((one) => one <= days)) covered.add(days);
          for (const days of LAPSE_DAYS) if (left <= days) expect(covered).toContain(days);
        }
      }),
      settings,
    );
  });

  it('F08: nothing is told while no end is known, nor of one that is past, nor too early', () => {
    fc.assert(
      fc.property(months, (given) => {
        for (const { told, known, now } of play(given)) {
          if (!known || known.at <= now) expect(told).toEqual([]);
          else for (const days of told) expect(daysTo(known, now, given.zone)).toBeLessThanOrEqual(days);
        }
      }),
      settings,
    );
  });
});
