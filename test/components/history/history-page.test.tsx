// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fromNow, GB, glanceLine, MB } from '../../support/glances.ts';
import { openHistory, tableOf } from '../../support/history-page.tsx';
import { madeUpHistory } from '../../support/history-world.ts';
import { aSample } from '../../support/records.ts';

const DAY = 86_400_000;
const line = glanceLine({ checkedAt: fromNow(-60_000) });
const other = glanceLine({ id: 'line-2', name: 'Tablet', checkedAt: fromNow(-60_000) });
const row = (daysBack: number, rest: Parameters<typeof aSample>[1]) =>
  aSample(fromNow(-daysBack * DAY), { lineId: 'line-1', total: 10 * GB, ...rest });

/** Nine days: a top-up, a new period, and three days on which nobody looked. */
const NINE_DAYS = [
  row(9, { remaining: 5 * GB }),
  row(8, { remaining: 4 * GB, spent: GB }),
  row(4, { remaining: 3 * GB, spent: 900 * MB, mark: 'gap' }),
  row(3, { remaining: 6 * GB, spent: 0, mark: 'top-up' }),
  row(2, { remaining: 10 * GB, spent: 2 * GB, mark: 'reset' }),
  row(1, { remaining: 9 * GB, spent: GB }),
];

describe('the history page', () => {
  it('A11: tells each day in a table, and a gap as not known, never as 0', async () => {
    await openHistory({ lines: [line], samples: NINE_DAYS }, '?range=7');
    expect(await tableOf('Use per day')).toEqual([
      ['Day', 'Used'],
      ['Sat, Nov 21, 2026', '0 MB'],
      ['Fri, Nov 20, 2026', '1 GB'],
      ['Thu, Nov 19, 2026', '2 GB'],
      ['Wed, Nov 18, 2026', '0 MB'],
      ['Tue, Nov 17, 2026', 'not known'],
      ['Mon, Nov 16, 2026', 'not known'],
      ['Sun, Nov 15, 2026', 'not known'],
    ]);
  });

  it('tells what remained on each day, with top-ups and new periods', async () => {
    await openHistory({ lines: [line], samples: NINE_DAYS }, '?range=7');
    const rows = await tableOf('Remaining');
    expect(rows.slice(2, 5)).toEqual([
      ['Fri, Nov 20, 2026', '9 GB', ''],
      ['Thu, Nov 19, 2026', '10 GB', 'New period, 10:14 AM'],
      ['Wed, Nov 18, 2026', '6 GB', 'Top-up, 10:14 AM'],
    ]);
    expect(rows.slice(-2).map(([, remaining]) => remaining)).toEqual(['not known', 'not known']);
  });

  it('says “at least” of a period of which something is not known, and averages whole days alone', async () => {
    const { page } = await openHistory({ lines: [line], samples: NINE_DAYS }, '?range=7');
    await screen.findByText('at least 3 GB');
    const tiles = [...page.querySelectorAll('.tile')].map(({ textContent }) => textContent);
    expect(tiles).toEqual([
      'Usedat least 3 GB',
      'A day on average1 GB',
      'Most in one day2 GBThu, Nov 19, 2026',
    ]);
  });

  it('is read out figure by figure with the arrow keys', async () => {
    await openHistory({ lines: [line], samples: NINE_DAYS }, '?range=7');
    const chart = await screen.findByRole('slider', { name: 'Use per day, point by point' });
    await waitFor(() => expect(chart.getAttribute('aria-valuetext')).toBe('Sat, Nov 21, 2026: 0 MB'));
    fireEvent.input(chart, { target: { value: '5' } });
    expect(chart.getAttribute('aria-valuetext')).toBe('Fri, Nov 20, 2026: 1 GB');
    expect(screen.getByText('Fri, Nov 20, 2026: 1 GB')).toBeTruthy();
  });

  it('goes to another range and to hours, and keeps that in its address', async () => {
    const { remembered } = await openHistory({ lines: [line], samples: NINE_DAYS });
    fireEvent.click(await screen.findByRole('radio', { name: '7 days' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Per hour' }));
    const rows = await tableOf('Use per hour');
    // Up to the present hour: 6 days and 11 hours, of which a month of rows is shown at first.
    expect(screen.getByRole('button', { name: 'Show all 155 rows' })).toBeTruthy();
    expect(rows[1]).toEqual(['Sat, Nov 21, 10:00 AM', '0 MB']);
    expect(remembered.at(-1)).toBe('?range=7&per=hour');
  });

  it('shows all rows of a long table when asked', async () => {
    await openHistory({ lines: [line], samples: NINE_DAYS }, '?range=90');
    expect(await tableOf('Use per day')).toHaveLength(32);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 90 rows' }));
    expect(await tableOf('Use per day')).toHaveLength(91);
  });

  it('adds lines up, and says “at least” where one of them was not looked at', async () => {
    const tablet = NINE_DAYS.map((sample) => ({ ...sample, lineId: 'line-2', mark: null, spent: 50 * MB }));
    await openHistory({ lines: [line, other], samples: [...NINE_DAYS, ...tablet] }, '?range=7');
    const rows = await tableOf('Use per day');
    expect(rows[2]?.[1]).toBe('1.05 GB');
    expect(rows[5]?.[1]).toBe('at least 50 MB');
    expect(screen.getByRole('heading', { name: 'Tablet: Remaining' })).toBeTruthy();
  });

  it('shows one line alone when it is chosen, in its own zone', async () => {
    const taipei = { ...other, zone: 'Asia/Taipei' };
    const samples = [...NINE_DAYS, aSample('2026-11-18T10:00:00Z', { lineId: 'line-2', remaining: GB })];
    samples.push(aSample('2026-11-19T17:00:00Z', { lineId: 'line-2', remaining: GB, spent: 7 * MB }));
    await openHistory({ lines: [line, taipei], samples }, '?line=line-2&range=7');
    const rows = await tableOf('Use per day');
    expect(rows[2]).toEqual(['Fri, Nov 20, 2026', '7 MB']);
    expect(screen.queryByRole('heading', { name: /Phone/ })).toBeNull();
  });

  it('shows credit in its currency where a line has no data', async () => {
    const samples = [
      row(2, { credit: { amount: 900, currency: 'GBP' }, total: null }),
      row(1, { credit: { amount: 540, currency: 'GBP' }, total: null }),
    ];
    await openHistory({ lines: [line], samples }, '?range=7');
    expect((await tableOf('Credit'))[2]).toEqual(['Fri, Nov 20, 2026', '£5.40', '']);
  });

  it('has its last days at once and all the rest after them', async () => {
    const samples = madeUpHistory('line-1', { days: 400 });
    const { firsts } = await openHistory({ lines: [line], samples }, '?range=all');
    await waitFor(() => expect(firsts).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText('Reading older history…')).toBeNull());
    expect(screen.getByRole('slider', { name: /^Use per day/ }).getAttribute('max')).toBe('400');
  });

  it('takes what is new when the background has read the line again', async () => {
    const world = await openHistory({ lines: [line], samples: NINE_DAYS }, '?range=7');
    await screen.findByText('at least 3 GB');
    const fresh = row(0, { remaining: 8 * GB, spent: GB });
    world.stored.samples = [...world.stored.samples, fresh];
    world.glance.lines = [{ ...line, checkedAt: fresh.at }];
    world.changed();
    expect(await screen.findByText('at least 4 GB')).toBeTruthy();
  });
});
