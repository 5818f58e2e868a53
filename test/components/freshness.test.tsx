// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Freshness } from '../../components/Freshness.tsx';
import { DAY, HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { fromNow, glanceLine } from '../support/glances.ts';
import { renderIn } from '../support/page.tsx';
import { LANGUAGE_NAMES } from '../support/words.ts';

const textOf = (over: Parameters<typeof glanceLine>[0], language?: Parameters<typeof renderIn>[1]) =>
  renderIn(<Freshness line={glanceLine(over)} />, language).container.textContent;

it('tells when the carrier measured and how long ago it was checked', () => {
  expect(textOf({})).toMatch(/^Carrier measured 9:12\sAM · checked 2 min\. ago$/);
});

it('leaves out when it was measured where the carrier does not say', () => {
  expect(textOf({ asOf: null })).toBe('checked 2 min. ago');
});

it('says just now within the first minute', () => {
  expect(textOf({ asOf: null, checkedAt: fromNow(-40 * SECOND) })).toBe('checked just now');
});

it('calls a figure old from the moment it is', () => {
  const checkedAt = fromNow(-2 * HOUR);
  expect(textOf({ asOf: null, checkedAt, staleAt: fromNow(SECOND) })).toBe('checked 2 hr. ago');
  expect(textOf({ asOf: null, checkedAt, staleAt: fromNow(0) })).toBe('Old figure · checked 2 hr. ago');
});

it('names the day of a measurement that is not of today', () => {
  expect(textOf({ asOf: fromNow(-3 * DAY) })).toContain('Carrier measured Nov 18');
});

it('shows the time itself, as old, where a clock that was moved back makes the age wrong', () => {
  const text = textOf({ asOf: null, checkedAt: fromNow(3 * HOUR), staleAt: fromNow(5 * HOUR) });
  expect(text).toMatch(/^Old figure · checked 1:14\sPM$/);
});

it('says nothing before the first reading', () => {
  expect(textOf({ checkedAt: null, staleAt: null })).toBe('');
});

it('speaks every language', () => {
  const texts = LANGUAGE_NAMES.map((language) => textOf({ checkedAt: fromNow(-9 * MINUTE) }, language));
  expect(new Set(texts).size).toBe(3);
  for (const text of texts) expect(text).toMatch(/9/);
});
