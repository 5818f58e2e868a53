import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatDateTime,
  formatDay,
  formatDuration,
  formatMoney,
  formatTime,
  formatVoice,
} from '../../utils/domain/format.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { importsOf } from '../support/source-files.ts';

/** With plain spaces, since Intl chooses among several. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('money', () => {
  it.each([
    [1240, 'EUR', '€12.40'],
    [500, 'JPY', '¥500'],
    [12_345, 'BHD', 'BHD 12.345'],
    [-5, 'GBP', '-£0.05'],
    [0, 'USD', '$0.00'],
  ])('of %i minor units of %s is %s', (amount, currency, text) => {
    expect(plain(formatMoney({ amount, currency }, 'en'))).toBe(text);
  });

  it('keeps every minor unit', () => {
    const digits = { EUR: 2, JPY: 0, BHD: 3 };
    const currency = fc.constantFrom(...(Object.keys(digits) as (keyof typeof digits)[]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), currency, (amount, code) => {
        const shown = formatMoney({ amount, currency: code }, 'en').replace(/[^\d.]/g, '');
        expect(shown.split('.')[1]?.length ?? 0).toBe(digits[code]);
        expect(Number(shown.replace('.', ''))).toBe(amount);
      }),
      { seed: 17 },
    );
  });
});

describe('points and lengths of time', () => {
  const at = '2027-03-12T22:40:00Z';
  const now = '2027-03-12T10:00:00Z';

  it('are told in the zone of the line, and in the language of the person', () => {
    expect(formatDay(at, 'en', 'UTC')).toBe('Mar 12, 2027');
    expect(formatDay(at, 'en', 'Asia/Taipei')).toBe('Mar 13, 2027');
    expect(formatDay(at, 'zh-TW', 'Asia/Taipei')).toBe('2027年3月13日');
    expect(formatTime(at, 'de', 'Asia/Taipei')).toBe('06:40');
    expect(plain(formatDateTime(at, 'en', 'UTC'))).toBe('Mar 12, 2027, 10:40 PM');
  });

  it('survive a zone that this browser does not know', () => {
    expect(formatDay(at, 'en', 'Nowhere/Land')).toBe(formatDay(at, 'en', null));
  });

  it.each([
    ['2027-03-12T09:59:30Z', 'now'],
    ['2027-03-12T09:58:00Z', '2 min. ago'],
    ['2027-03-12T07:01:00Z', '2 hr. ago'],
    ['2027-03-11T09:00:00Z', '25 hr. ago'],
    ['2027-03-09T10:00:00Z', '3 days ago'],
    ['2027-03-12T11:00:00Z', 'now'],
  ])('since %s: %s', (since, text) => {
    expect(formatAge(since, now, 'en')).toBe(text);
  });

  it.each([
    [65 * MINUTE, '1 hr, 5 min'],
    [2 * HOUR, '2 hr'],
    [DAY + HOUR + MINUTE, '1 day, 1 hr'],
    [252 * SECOND, '4 min, 12 sec'],
    [400, '0 sec'],
    [-1, '0 sec'],
  ])('%i ms last %s', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  it.each([
    [7500, '125 min'],
    [119, '1 min'],
    [45, '45 sec'],
    [0, '0 min'],
  ])('%i seconds of voice are %s', (seconds, text) => {
    expect(formatVoice(seconds, 'en')).toBe(text);
  });
});

it('what the popup paints with needs no schema library at run time', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.startsWith('utils/')) return;
    for (const { from, typeOnly } of importsOf(file)) if (!typeOnly) visit(from);
  };
  for (const name of ['format', 'freshness', 'colours']) visit(`utils/domain/${name}.ts`);
  expect([...seen].filter((file) => file.startsWith('zod'))).toEqual([]);
  expect(seen).toContain('utils/domain/intl.ts');
});
