import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import { clampRetryAt } from '../../utils/domain/retry.ts';
import { NOW, readBalance } from '../support/carrier.ts';

const DATE = 'Sat, 21 Nov 2026 09:30:00 GMT';

/** What a 429 with these headers says about when to come back. */
async function told(headers: [string, string][]): Promise<string | null> {
  const failure = await readBalance(() => new Response(null, { status: 429, headers }));
  return failure instanceof Failure ? failure.retryAt : 'no failure';
}

describe('Retry-After', () => {
  it.each([
    ['120', '2026-11-21T09:32:00Z'],
    ['0', '2026-11-21T09:30:00Z'],
    [' 30 ', '2026-11-21T09:30:30Z'],
    ['1000000000000', '9999-12-31T23:59:59Z'],
    ['Sat, 21 Nov 2026 10:00:00 GMT', '2026-11-21T10:00:00Z'],
    ['Saturday, 21-Nov-26 10:00:00 GMT', '2026-11-21T10:00:00Z'],
    ['Sat Nov 21 10:00:00 2026', '2026-11-21T10:00:00Z'],
    ['Fri, 20 Nov 2026 10:00:00 GMT', '2026-11-20T10:00:00Z'],
    ['-5', null],
    ['1e3', null],
    ['1.5', null],
    ['soon', null],
    ['tomorrow 10:00', null],
    ['2026-11-21T10:00:00Z', null],
    ['Sat, 99 Nov 2026 10:00:00 GMT', null],
    ['', null],
  ])('"%s" means %s', async (value, expected) => {
    expect(await told([['retry-after', value]])).toBe(expected);
  });

  it('no header at all says nothing', async () => expect(await told([])).toBeNull());

  it('of two headers the later instant counts, in seconds, as dates or mixed', async () => {
    const date: [string, string] = ['retry-after', 'Sat, 21 Nov 2026 10:00:00 GMT'];
    expect(
      await told([
        ['retry-after', '60'],
        ['retry-after', '600'],
      ]),
    ).toBe('2026-11-21T09:40:00Z');
    expect(await told([date, ['retry-after', '60']])).toBe('2026-11-21T10:00:00Z');
    expect(await told([['retry-after', '7200'], date])).toBe('2026-11-21T11:30:00Z');
    expect(
      await told([
        ['retry-after', 'nonsense'],
        ['retry-after', '60'],
      ]),
    ).toBe('2026-11-21T09:31:00Z');
  });

  it.each([
    ['an hour slow', 'Sat, 21 Nov 2026 08:30:00 GMT', 'Sat, 21 Nov 2026 08:40:00 GMT'],
    ['three days fast', 'Tue, 24 Nov 2026 09:30:00 GMT', 'Tue, 24 Nov 2026 09:40:00 GMT'],
    ['right', DATE, 'Sat, 21 Nov 2026 09:40:00 GMT'],
  ])('a date of a carrier whose clock is %s is meant by that clock', async (_how, date, value) => {
    expect(
      await told([
        ['date', date],
        ['retry-after', value],
      ]),
    ).toBe('2026-11-21T09:40:00Z');
  });

  it('seconds are counted from now, whatever the clock of the carrier shows', async () => {
    const skewed: [string, string] = ['date', 'Tue, 24 Nov 2026 09:30:00 GMT'];
    expect(await told([skewed, ['retry-after', '60']])).toBe('2026-11-21T09:31:00Z');
  });

  it('a fraction of a second is never cut short', async () => {
    const late = { now: () => toMs(NOW) + 300 };
    const answer = () => new Response(null, { status: 429, headers: { 'retry-after': '1' } });
    expect(await readBalance(answer, { clock: late })).toMatchObject({ retryAt: '2026-11-21T09:30:02Z' });
  });

  it.each([
    ['60', '', '2026-11-21T09:31:00Z'],
    ['1', '', '2026-11-21T09:30:30Z'],
    ['1000000000000', '', '2026-11-22T09:30:00Z'],
    ['-60', '', null],
    ['garbage', '', null],
    ['Fri, 20 Nov 2026 09:30:00 GMT', DATE, '2026-11-21T09:30:30Z'],
    ['Tue, 24 Nov 2026 09:45:00 GMT', 'Tue, 24 Nov 2026 09:30:00 GMT', '2026-11-21T09:45:00Z'],
    ['Wed, 25 Nov 2026 09:30:00 GMT', DATE, '2026-11-22T09:30:00Z'],
  ])(
    'C02: "%s" from a carrier whose clock shows "%s" allows asking again at %s',
    async (value, date, expected) => {
      const headers: [string, string][] = [['retry-after', value]];
      if (date) headers.push(['date', date]);
      expect(clampRetryAt(await told(headers), NOW)).toBe(expected);
    },
  );

  it('C02: of two headers the later one is clamped', async () => {
    const both = await told([
      ['retry-after', '10'],
      ['retry-after', '999999'],
    ]);
    expect(clampRetryAt(both, NOW)).toBe('2026-11-22T09:30:00Z');
  });
});
