import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertInput, decideAlerts } from '../../utils/domain/alerts.ts';
import type { Estimate, Verdict } from '../../utils/domain/glance.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { AlertEpisode } from '../../utils/domain/records.ts';
import { aDataBucket, aLine, anAttempt, aReading, aRow, aTopUp, GB, MB } from '../support/records.ts';
import { estimateOf, historyOf, TODAY } from '../support/use-history.ts';

const START = toMs(TODAY);
const PERIOD = { start: toInstant(START - 10 * DAY), end: toInstant(START + 20 * DAY) };
const ESTIMATE = estimateOf(historyOf(Array(30).fill(100 * MB)), 5 * GB);

interface Look {
  /** milliseconds after the first day */
  at: number;
  verdict: Verdict;
  remaining?: number;
  period?: { start: string; end: string } | null;
  rest?: Partial<AlertInput>;
}

/** Looks in turn, keeping episodes as the store does; gives which looks told of the run-out. */
function toldAt(looks: readonly Look[]): number[] {
  const kept = new Map<string, AlertEpisode>();
  return looks.flatMap(({ at, verdict, remaining = 5 * GB, period = PERIOD, rest }, index) => {
    const now = toInstant(START + at);
    const endsAt = period?.end ?? PERIOD.end;
    const forecast: Estimate = { ...ESTIMATE, verdict, endsAt };
    const bucket = aDataBucket(10 * GB, 10 * GB - remaining, { validUntil: endsAt });
    const { raise, end, tell } = decideAlerts({
      line: aLine(),
      row: aRow(aReading({ buckets: [bucket], period }), now),
      attempt: anAttempt(),
      episodes: [...kept.values()],
      topUps: [],
      forecast,
      now,
      zone: 'UTC',
      stale: false,
      quietHours: null,
      ownZone: 'UTC',
      ...rest,
    });
    for (const row of [...raise, ...end, ...tell]) kept.set(row.id, row);
    return tell.some(({ key }) => key === 'run-out') ? [index] : [];
  });
}

const look = (at: number, verdict: Verdict, rest: Partial<Look> = {}): Look => ({ at, verdict, ...rest });

describe('the warning that it runs out before its end', () => {
  it('comes when that is likely, and not when it may or may not', () => {
    expect(toldAt([look(0, 'lasts'), look(HOUR, 'may-run-out'), look(2 * HOUR, 'runs-out')])).toEqual([2]);
    expect(toldAt([look(0, 'open'), look(HOUR, 'may-run-out')])).toEqual([]);
  });

  it('F07: comes once a period, however the forecast swings', () => {
    const verdicts = fc.constantFrom<Verdict[]>('lasts', 'may-run-out', 'runs-out');
    const once = (swings: Verdict[]) => {
      const told = toldAt(swings.map((verdict, index) => look(index * HOUR, verdict)));
      expect(told).toEqual(swings.includes('runs-out') ? [swings.indexOf('runs-out')] : []);
    };
    fc.assert(fc.property(fc.array(verdicts, { maxLength: 60 }), once), { seed: 4, numRuns: 200 });
  });

  it('comes again in the next period', () => {
    const next = { start: PERIOD.end, end: toInstant(toMs(PERIOD.end) + 30 * DAY) };
    const looks = [look(0, 'runs-out'), look(21 * DAY, 'runs-out', { period: next })];
    expect(toldAt(looks)).toEqual([0, 1]);
  });

  it('comes once in thirty days where the carrier tells no period', () => {
    const swings = [0, 1, 2, 3].map((day) =>
      look(day * DAY, day % 2 === 0 ? 'runs-out' : 'lasts', { period: null }),
    );
    expect(toldAt(swings)).toEqual([0]);
  });

  it('comes again after a top-up that does not help', () => {
    const rises = [{ what: 'data' as const, label: '', by: GB, currency: null, until: null }];
    const settledAt = toInstant(START + HOUR);
    const topUps = [aTopUp({ state: 'credited', settledAt, dismissed: true, rises })];
    const looks = [look(0, 'runs-out'), look(2 * HOUR, 'runs-out', { rest: { topUps } })];
    expect(toldAt(looks)).toEqual([0, 1]);
  });

  it('F08: is not raised from old figures, nor by a forecast of other data than are there now', () => {
    const stale = { rest: { stale: true } };
    const topped = { remaining: 9 * GB };
    const renewed = look(0, 'runs-out', {
      rest: { row: aRow(aReading({ buckets: [aDataBucket(10 * GB, 5 * GB)] }), TODAY) },
    });
    expect(toldAt([look(0, 'runs-out', stale), look(0, 'runs-out', topped), renewed])).toEqual([]);
    expect(toldAt([look(0, 'runs-out', { rest: { forecast: { kind: 'no-history' } } })])).toEqual([]);
  });

  it('does not come when nothing is left: that is told by another', () => {
    expect(toldAt([look(0, 'runs-out', { remaining: 0 })])).toEqual([]);
  });
});
