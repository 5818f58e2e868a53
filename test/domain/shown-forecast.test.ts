import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../utils/domain/glance.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import { shownForecast, verdictOf } from '../../utils/domain/shown-forecast.ts';
import { GB, MB } from '../support/records.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { ENDS_AT, estimateOf, historyOf, TODAY } from '../support/use-history.ts';

const fresh = estimateOf(historyOf(Array(30).fill(100 * MB)), 2.5 * GB);
const later = (at: string | null, days: number) => at && toInstant(toMs(at) + days * DAY);

describe('what is shown of the forecast', () => {
  it('stays while the new estimate differs by less than it is unsure of', () => {
    const close = { ...fresh, point: later(fresh.point, 0.5), from: later(fresh.from, 0.1) ?? '' };
    expect(shownForecast(fresh, close)).toBe(fresh);
  });

  it('changes when the new estimate is clearly another', () => {
    const other = {
      ...fresh,
      early: later(fresh.late, 2),
      point: later(fresh.late, 4),
      late: later(fresh.late, 7),
    };
    expect(shownForecast(fresh, other)).toEqual(other);
  });

  it('changes when it has become much surer, or when its early end has passed', () => {
    const surer = { ...fresh, early: later(fresh.point, -1), late: later(fresh.point, 1) };
    expect(shownForecast(fresh, surer)).toEqual(surer);
    const passed = { ...fresh, from: later(fresh.early, 1) ?? '', early: later(fresh.early, 2) };
    expect(shownForecast(fresh, passed)).toEqual(passed);
  });

  it('changes at once with a top-up or a new end, however close the days are', () => {
    const topped = { ...fresh, remaining: fresh.remaining + 1 };
    expect(shownForecast(fresh, topped)).toEqual(topped);
    const renewed = { ...fresh, endsAt: later(ENDS_AT, 30) };
    expect(shownForecast(fresh, renewed)).toEqual(renewed);
    const wandered = { ...fresh, endsAt: toInstant(toMs(ENDS_AT) + HOUR) };
    expect(shownForecast(fresh, wandered)).toBe(fresh);
  });

  it('is what there is where there was or is no estimate', () => {
    const none: Forecast = { kind: 'no-history' };
    expect(shownForecast(null, fresh)).toBe(fresh);
    expect(shownForecast(none, fresh)).toEqual(fresh);
    expect(shownForecast(fresh, none)).toBe(none);
  });

  it('does not swing with a chance that swings around its threshold', () => {
    expect(verdictOf(0.8, null)).toBe('runs-out');
    expect(verdictOf(0.75, 'runs-out')).toBe('runs-out');
    expect(verdictOf(0.75, 'may-run-out')).toBe('may-run-out');
    expect(verdictOf(0.65, 'runs-out')).toBe('may-run-out');
    expect(verdictOf(0.25, 'lasts')).toBe('lasts');
    expect(verdictOf(0.25, 'may-run-out')).toBe('may-run-out');
    expect(verdictOf(null, 'lasts')).toBe('open');
  });

  it('changes seldom in weeks of hourly answers, and never to and fro within a day', () => {
    const random = seededRandom(12);
    const used = Array.from({ length: 60 }, () => Math.round(200 * MB * random()));
    const samples = historyOf(used);
    const begin = toMs(TODAY) - 20 * DAY;
    const changes: string[] = [];
    let shown: Forecast | null = null;
    for (let hour = 0; hour < 20 * 24; hour += 1) {
      const at = toInstant(begin + hour * HOUR);
      const known = samples.filter((row) => row.at <= at);
      const spent = known.slice(41).reduce((sum, row) => sum + (row.spent ?? 0), 0);
      const found = shownForecast(shown, estimateOf(known, 2.6 * GB - spent, 'UTC', at));
      if (shown && found !== shown) changes.push(at.slice(0, 10));
      shown = found;
    }
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThan(8);
    expect(new Set(changes).size).toBe(changes.length);
  });
});
