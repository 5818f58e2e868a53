// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { DayBars } from '../../components/popup/DayBars.tsx';
import { days } from '../support/glances.ts';
import { renderIn } from '../support/page.tsx';

describe('the last days', () => {
  const page = (used: (number | null)[]) => renderIn(<DayBars days={days(used)} />);

  it('stand in a table for those who do not see bars', () => {
    const { getByRole } = page([100, null, 0]);
    const rows = [...getByRole('table').querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual(['Nov 19100 MB', 'Nov 20not known', 'Nov 210 MB']);
  });

  it('draw an unknown day as a gap and a day without use as a bar of nothing', () => {
    const { container } = page([100, null, 0]);
    const bars = [...container.querySelectorAll('.bar i')];
    expect(bars.map((bar) => bar.classList.contains('bar-gap'))).toEqual([false, true, false]);
    expect((bars[2] as HTMLElement).style.blockSize).toBe('0%');
  });

  it('set today apart and leave it out of the average', () => {
    const { container, getByText } = page([100, 300, 1000]);
    expect(container.querySelectorAll('.bar-today')).toHaveLength(1);
    expect(container.querySelector('.bar:last-child')?.classList.contains('bar-today')).toBe(true);
    expect(getByText('200 MB on average a day; most on Nov 21 with 1 GB.')).toBeTruthy();
  });

  it('leave unknown days out of the average', () => {
    expect(page([100, null, 300, 5]).getByText(/^200 MB on average/)).toBeTruthy();
  });

  it('say that nothing is known yet where that is so', () => {
    expect(page([null, null, 40]).getByText('Nothing is known of these days yet.')).toBeTruthy();
    const { container } = page([null, null, null]);
    expect([container.querySelector('.bars'), container.querySelector('table')]).toEqual([null, null]);
  });
});
