import { describe, expect, it } from 'vitest';
import { forecastSentence } from '../../utils/domain/forecast-words.ts';
import type { Estimate, Forecast, GlanceLine } from '../../utils/domain/glance.ts';
import { aGlanceLine } from '../support/glance-line.ts';
import { GB, MB } from '../support/records.ts';
import { estimateOf, historyOf } from '../support/use-history.ts';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const NOW = '2026-11-21T09:00:00Z';
const ENDS_AT = '2026-11-29T12:00:00Z';
const estimate: Estimate = {
  ...estimateOf(historyOf(Array(30).fill(100 * MB)), GB),
  from: NOW,
  early: '2026-11-24T08:00:00Z',
  point: '2026-11-25T08:00:00Z',
  late: '2026-11-26T08:00:00Z',
  endsAt: ENDS_AT,
  chance: 0.9,
  verdict: 'runs-out',
};

function say(forecast: Forecast, rest: Partial<GlanceLine> = {}, language = LANGUAGE_NAMES[0] ?? 'en') {
  const period = { start: '2026-10-30T12:00:00Z', end: ENDS_AT };
  const headline = { kind: 'data' as const, remaining: 1.44 * GB, total: 10 * GB };
  const line = aGlanceLine({ forecast, headline, endsAt: ENDS_AT, period, ...rest });
  // Intl sets narrow spaces around a range.
  return forecastSentence(line, wordsFor(language), 'decimal', NOW)?.replace(/\s/g, ' ') ?? null;
}

describe('the forecast in words', () => {
  it('names the days of the run-out, the renewal and what would make it last', () => {
    expect(say(estimate)).toBe(
      'Likely runs out Tue, Nov 24 – Thu, Nov 26, before renewal on Sun, Nov 29; 177 MB a day would make it last.',
    );
  });

  it('speaks of an end, and not of a renewal, where the carrier tells of none', () => {
    expect(say(estimate, { period: null })).toContain('before it expires on Sun, Nov 29');
    const renewing = { enabled: true, offerId: null, nextAt: null };
    expect(say(estimate, { period: null, autoRenew: renewing })).toContain('before renewal');
  });

  it('never names a day after the end it runs out before, nor one that is past', () => {
    const late = say({ ...estimate, early: '2026-11-19T08:00:00Z', late: '2026-12-09T08:00:00Z' });
    expect(late).toContain('Sat, Nov 21 – Sun, Nov 29,');
    expect(say({ ...estimate, late: '2026-11-20T08:00:00Z' })).toBeNull();
  });

  it('says only from when on, where it may run out', () => {
    const may = say({ ...estimate, verdict: 'may-run-out', chance: 0.4 });
    expect(may).toBe(
      'May run out from Tue, Nov 24 on, before renewal on Sun, Nov 29; 177 MB a day would make it last.',
    );
  });

  it('says how long it lasts, past a renewal or to the day it expires', () => {
    const lasts = { ...estimate, verdict: 'lasts' as const, chance: 0.1, late: null };
    expect(say({ ...lasts, point: '2026-12-03T08:00:00Z' })).toBe(
      'Lasts until about Thu, Dec 3, 4 days past renewal.',
    );
    expect(say({ ...lasts, point: null })).toBe('Lasts until renewal on Sun, Nov 29.');
    expect(say({ ...lasts, point: null }, { period: null })).toBe('Lasts until it expires on Sun, Nov 29.');
  });

  it('tells the days alone, where no end is known', () => {
    const open = { ...estimate, verdict: 'open' as const, chance: null, endsAt: null };
    const rest = { endsAt: null, period: null };
    expect(say(open, rest)).toBe('Likely runs out Tue, Nov 24 – Thu, Nov 26.');
    expect(say({ ...open, late: null }, rest)).toBe('Lasts until Tue, Nov 24 at least.');
    expect(say({ ...open, early: null, point: null, late: null }, rest)).toBe('Lasts for a year or longer.');
  });

  it('tells the allowance without history, and nothing where there is nothing to foresee', () => {
    expect(say({ kind: 'no-history' })).toBe(
      'Not enough history yet for a forecast; 177 MB a day would make it last.',
    );
    expect(say({ kind: 'no-history' }, { endsAt: null })).toBe('Not enough history yet for a forecast.');
    expect(say({ kind: 'none' })).toBeNull();
    expect(say(estimate, { headline: { kind: 'unknown' } })).toBeNull();
  });

  it.each(LANGUAGE_NAMES)('fills in every part in %s', (language) => {
    const verdicts = ['runs-out', 'may-run-out', 'lasts', 'open'] as const;
    for (const verdict of verdicts)
      expect(say({ ...estimate, verdict }, {}, language)).not.toMatch(/\$|undefined/);
  });

  it('on the last day allows all that is left, and nothing after it', () => {
    const none = { kind: 'no-history' } as const;
    const said = 'Not enough history yet for a forecast; 1.44 GB a day would make it last.';
    expect(say(none, { endsAt: '2026-11-21T10:00:00Z' })).toBe(said);
    expect(say(none, { endsAt: '2026-11-21T08:00:00Z' })).toBe('Not enough history yet for a forecast.');
  });

  it('allows so much a day where the total is unknown, and tells no figure without an end', () => {
    const headline = { kind: 'data' as const, remaining: 1.44 * GB, total: null };
    expect(say({ kind: 'no-history' }, { headline })).toContain('a day would make it last');
    expect(say({ kind: 'no-history' }, { headline, endsAt: null, period: null })).not.toMatch(/\d/);
  });
});
