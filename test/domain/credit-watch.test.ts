import { describe, expect, it } from 'vitest';
import { burnOf, type CreditBurn, type CreditWatch } from '../../utils/domain/credit-burn.ts';
import { watchCredit } from '../../utils/domain/credit-watch.ts';
import type { LineKind } from '../../utils/domain/line.ts';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import { type ReadingRow, readingRowSchema } from '../../utils/domain/records.ts';
import { aBucket, aDataBucket, aReading, GB } from '../support/records.ts';

/** What the carrier told at that time of the day, `14:10`; another day as `+1 14:10`. */
interface Told {
  at: string;
  /** pence; null = none is told */
  credit: number | null;
  buckets?: Bucket[];
  /** a top-up was settled with it */
  settled?: boolean;
  rest?: Partial<Reading>;
}

const END = '2026-11-21T14:05:00Z';
const bundle = (rest: Partial<Bucket> = {}) =>
  aDataBucket(5 * GB, 2 * GB, { label: '5 GB', validUntil: END, ...rest });
const RUNS = [bundle()];
const OVER = [bundle({ state: 'expired' })];
const CALLS = [
  aBucket({ id: 'v', kind: 'voice', remaining: 600 }),
  aBucket({ id: 's', kind: 'sms', remaining: 9 }),
];
const LASTS = [bundle({ validUntil: '2026-12-20T00:00:00Z' })];

function instantOf(at: string): string {
  const [day, time] = at.startsWith('+') ? [Number(at[1]), at.slice(3)] : [0, at];
  return `2026-11-${21 + day}T${time}:00Z`;
}

/** The burn that is known after each reading. */
function play(told: readonly Told[], kind: LineKind = 'phone'): (CreditBurn | null)[] {
  let row: ReadingRow | null = null;
  return told.map(({ at, credit, buckets = [], settled = false, rest }) => {
    const checkedAt = instantOf(at);
    const money = credit === null ? null : { amount: credit, currency: 'GBP' };
    const reading = aReading({ credit: money, buckets, ...rest });
    const watch = watchCredit({ before: row, reading, checkedAt, kind, settled });
    row = { v: 1, lineId: 'l1', reading, checkedAt, changedAt: checkedAt, watch };
    return burnOf(watch);
  });
}

const lastOf = (told: readonly Told[], kind?: LineKind) => play(told, kind).at(-1);

/** A bundle that ended at 14:05, and what the credit was at half past each hour from then on. */
const afterEnd = (...credits: number[]): Told[] => [
  { at: '14:00', credit: 1000, buckets: RUNS },
  ...credits.map((credit, index) => ({ at: `${14 + index}:30`, credit, buckets: OVER })),
];

describe('credit that falls after a bundle ended', () => {
  it('burns from the second fall on, since the bundle ended, and by both', () => {
    const burns = play(afterEnd(940, 860));
    expect(burns.slice(0, 2)).toEqual([null, null]);
    const ended = { kind: 'data', label: '5 GB', at: END, usedUp: false };
    expect(burns[2]).toEqual({ since: END, amount: 140, currency: 'GBP', label: '5 GB', ended });
  });

  it('burns where the carrier no longer lists the bundle', () => {
    const told = afterEnd(940, 860).map((each) => (each.credit === 1000 ? each : { ...each, buckets: [] }));
    expect(lastOf(told)).toMatchObject({ amount: 140, ended: { at: END } });
  });

  it('burns where the bundle was used up, since it was last seen with something left', () => {
    const usedUp = [bundle({ validUntil: null, used: 5 * GB, remaining: 0, state: 'depleted' })];
    const told = [
      { at: '14:00', credit: 1000, buckets: [bundle({ validUntil: null })] },
      { at: '14:30', credit: 1000, buckets: usedUp },
      { at: '15:00', credit: 900, buckets: usedUp },
      { at: '15:30', credit: 850, buckets: usedUp },
    ];
    const ended = { at: '2026-11-21T14:30:00Z', usedUp: true };
    expect(lastOf(told)).toMatchObject({ since: ended.at, amount: 150, ended });
  });

  it('burns where the minutes are used up, whatever data there is', () => {
    const [voice] = CALLS;
    const used = { ...aBucket({ id: 'v', label: 'Minutes', kind: 'voice' }), remaining: 0 };
    const told = [1000, 1000, 950, 900].map((credit, index) => ({
      at: `14:${index}0`,
      credit,
      buckets: [...LASTS, index === 0 && voice ? { ...voice, label: 'Minutes' } : used],
    }));
    expect(lastOf(told)).toMatchObject({ amount: 100, label: 'Minutes', ended: { kind: 'voice' } });
  });

  it('goes on growing, and is over when nothing fell for a day', () => {
    const told = [...afterEnd(940, 860, 850), { at: '+1 10:00', credit: 850, buckets: OVER }];
    expect(play(told).slice(-2)).toMatchObject([{ amount: 150 }, { amount: 150 }]);
    expect(lastOf([...told, { at: '+1 17:00', credit: 850, buckets: OVER }])).toBeNull();
  });

  it.each([
    ['a bundle that is bought', { buckets: [bundle({ id: 'new', validUntil: null })] }],
    ['credit that is topped up', { credit: 2000 }],
    ['a top-up that is settled', { settled: true }],
  ])('is over with %s', (_, change) => {
    const next = { at: '17:30', credit: 800, buckets: OVER, ...change };
    expect(play([...afterEnd(940, 860), next]).slice(-2)).toMatchObject([{ amount: 140 }, null]);
  });

  it('is pay as you go when it begins a day later, or goes on for three', () => {
    const late = [
      { at: '14:00', credit: 1000, buckets: RUNS },
      { at: '+1 14:10', credit: 1000, buckets: OVER },
      { at: '+1 14:30', credit: 950, buckets: OVER },
      { at: '+1 15:00', credit: 900, buckets: OVER },
    ];
    expect(lastOf(late)).toBeNull();
    const long = ['+1 14:20', '+2 14:10', '+3 14:08'].map((at, day) => ({
      at,
      credit: 800 - day,
      buckets: OVER,
    }));
    expect(play([...afterEnd(940, 860), ...long]).map((burn) => burn !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('one fall right after a bundle ended', () => {
  const LATER = '2026-11-24T14:05:00Z';
  const OVER_LATER = [bundle({ state: 'expired', validUntil: LATER })];
  const days = (count: number): Told[] =>
    Array.from({ length: count }, (_, day) => ({ at: `+${day} 14:00`, credit: 1000, buckets: LASTS }));
  /** Three days beside the bundle, then its end at five past two, and the credit at half past. */
  const calmThen = (credit: number, calm = days(4)): Told[] => [
    ...calm,
    { at: '+3 14:30', credit, buckets: OVER_LATER },
  ];

  it('burns on a line of data alone, with the cause', () => {
    const ended = { kind: 'data', label: '5 GB', at: END, usedUp: false };
    const burn = { since: END, amount: 140, currency: 'GBP', label: '5 GB', ended };
    expect(play(afterEnd(860), 'esim')).toEqual([null, burn]);
    expect(lastOf(afterEnd(1000, 1000, 860), 'data-card')).toMatchObject({ amount: 140, ended });
  });

  it('burns on a phone whose credit had stood whole for days, and goes on growing', () => {
    expect(lastOf(calmThen(860))).toMatchObject({ amount: 140, ended: { label: '5 GB' } });
    const more = { at: '+3 15:00', credit: 850, buckets: OVER_LATER };
    expect(lastOf([...calmThen(860), more])).toMatchObject({ amount: 150 });
  });

  it('may be a call on a phone that calls now and then, or of which nothing is known yet', () => {
    const call = days(4).map((each, day) => ({ ...each, credit: day < 2 ? 1020 : 1000 }));
    expect(lastOf(calmThen(860, call))).toBeNull();
    expect(lastOf(afterEnd(860))).toBeNull();
  });

  it.each([
    ['the price of the next bundle', 400],
    ['all the credit there was', 0],
    ['a price in cents', 501],
  ])('is none where it may be %s', (_, credit) => {
    expect(lastOf(afterEnd(credit), 'esim')).toBeNull();
    expect(lastOf(calmThen(credit))).toBeNull();
  });

  it('is none hours after the end, nor in a currency whose prices have no cents', () => {
    expect(lastOf(afterEnd(1000, 1000, 1000, 860), 'esim')).toBeNull();
    const yen = afterEnd(860).map((each) => ({
      ...each,
      rest: { credit: { amount: each.credit ?? 0, currency: 'JPY' } },
    }));
    expect(lastOf(yen, 'esim')).toBeNull();
  });
});

describe('credit that falls although a bundle should cover the use', () => {
  const falls = (buckets: Bucket[]) =>
    [1000, 950, 900].map((credit, index) => ({ at: `14:${index}0`, credit, buckets }));

  it('burns on a line of data alone, since it was last seen whole', () => {
    expect(lastOf(falls(LASTS), 'esim')).toEqual({
      since: '2026-11-21T14:00:00Z',
      amount: 100,
      currency: 'GBP',
      label: '5 GB',
      ended: null,
    });
  });

  it('burns on a phone whose bundle holds calls and messages too', () => {
    expect(lastOf(falls([...LASTS, ...CALLS]), 'phone')).toMatchObject({ amount: 100, ended: null });
  });

  it.each([
    ['a phone whose bundle is of data alone: it may be calls', LASTS, 'phone'],
    [
      'a bundle whose figures are not known',
      [bundle({ used: null, remaining: null, validUntil: null })],
      'esim',
    ],
    ['data for roaming alone', [bundle({ scope: 'roaming', validUntil: null })], 'esim'],
    ['a bundle that waits for its turn', [bundle({ state: 'queued', validUntil: null })], 'esim'],
    ['pay as you go', [], 'esim'],
  ] as const)('says nothing of %s', (_, buckets, kind) => {
    expect(play(falls([...buckets]), kind)).toEqual([null, null, null]);
  });
});

describe('what is no burning', () => {
  const burns = (told: Told[], kind: LineKind = 'esim') => play(told, kind).some((burn) => burn !== null);

  it('a bundle that was bought from credit, be it told at once or hours later', () => {
    const next = bundle({ id: 'next', validUntil: null });
    expect(burns([...afterEnd(400), { at: '15:00', credit: 400, buckets: [...OVER, next] }])).toBe(false);
    const late = [
      ...afterEnd(400, 400, 400),
      { at: '17:40', credit: 400, buckets: [...OVER, next] },
      { at: '17:50', credit: 390, buckets: [...OVER, next] },
    ];
    expect(burns(late, 'phone')).toBe(false);
    const once = { at: '14:30', credit: 400, buckets: [...OVER, next] };
    expect(burns([...afterEnd(), once, { ...once, at: '15:00', credit: 390 }])).toBe(false);
  });

  it('one fee a month, and a fee of every day', () => {
    expect(burns(afterEnd(950, 950, 950))).toBe(false);
    expect(burns(afterEnd(1000, 1000, 1000, 990, 990))).toBe(false);
    const daily = [0, 1, 2, 3].map((day) => ({
      at: `+${day} 03:00`,
      credit: 1000 - 10 * day,
      buckets: LASTS,
    }));
    expect(burns(daily)).toBe(false);
  });

  it('credit that expires at once', () => {
    expect(burns(afterEnd(0, 0, 0))).toBe(false);
  });

  it('a fee with which a plan or a number is renewed', () => {
    const renewed = [1000, 900, 800].map((credit, index) => ({
      at: `14:${index}0`,
      credit,
      buckets: LASTS,
      rest: { validUntil: { at: `2027-0${index + 1}-01T00:00:00Z`, estimated: false } },
    }));
    expect(burns(renewed)).toBe(false);
  });

  it('calls now and then, after a bundle of data ended', () => {
    const told = afterEnd(980, 980, 980, 980, 960, 960, 960, 960, 940);
    expect(burns(told, 'phone')).toBe(false);
    expect(burns(told, 'esim')).toBe(true);
  });

  it('a refund of a top-up', () => {
    expect(burns([...afterEnd(900), { at: '15:00', credit: 400, buckets: OVER, settled: true }])).toBe(false);
  });

  it('credit in another currency, or that is not told for a while', () => {
    const other = { credit: { amount: 10, currency: 'EUR' } };
    const [first, second] = afterEnd(900);
    if (!first || !second) throw new Error('no readings');
    expect(burns([first, second, { at: '15:00', credit: 0, buckets: OVER, rest: other }])).toBe(false);
    expect(burns([first, { at: '14:20', credit: null, buckets: OVER }, second])).toBe(false);
  });

  it('an old answer that came late, or one that measured nothing new', () => {
    const at = (asOf: string) => ({ rest: { asOf: instantOf(asOf) } });
    const [first, second] = afterEnd(900);
    if (!first || !second) throw new Error('no readings');
    const seen = [
      { ...first, ...at('14:00') },
      { ...second, ...at('14:20') },
    ];
    expect(burns([...seen, { at: '15:00', credit: 850, buckets: OVER, ...at('14:10') }])).toBe(false);
    expect(burns([...seen, { at: '15:00', credit: 850, buckets: OVER, ...at('14:20') }])).toBe(false);
    expect(burns([...seen, { at: '15:00', credit: 850, buckets: OVER, ...at('14:50') }])).toBe(true);
    const again = [
      { at: '14:40', credit: 1000, buckets: OVER, ...at('14:10') },
      { at: '14:50', credit: 900, buckets: OVER, ...at('14:45') },
    ];
    expect(burns([...seen, ...again])).toBe(false);
  });

  it('use from before the end, of which the carrier tells hours later', () => {
    const late = (at: string, asOf: string, credit: number) => ({
      at,
      credit,
      buckets: OVER,
      rest: { asOf: instantOf(asOf) },
    });
    const first = { at: '14:00', credit: 1000, buckets: RUNS, rest: { asOf: instantOf('11:00') } };
    expect(burns([first, late('14:30', '11:30', 950), late('15:00', '12:00', 900)], 'phone')).toBe(false);
  });

  it('what happened while nobody looked for more than two days', () => {
    const [first] = afterEnd();
    if (!first) throw new Error('no reading');
    const told = [
      first,
      { at: '+3 10:00', credit: 500, buckets: OVER },
      { at: '+3 10:30', credit: 450, buckets: OVER },
    ];
    expect(burns(told)).toBe(false);
  });

  it('a bundle that a carrier left out of one answer', () => {
    const told = [1000, 950, 900].map((credit, index) => ({
      at: `14:${index}0`,
      credit,
      buckets: index === 0 ? LASTS : [],
    }));
    expect(burns(told, 'esim')).toBe(false);
  });

  it('a line that goes on slowly, or is not in service', () => {
    const slow = [bundle({ state: 'throttled', used: 5 * GB, remaining: 0, validUntil: null })];
    const falls = [1000, 950, 900].map((credit, index) => ({
      at: `14:${index}0`,
      credit,
      buckets: index === 0 ? [bundle({ validUntil: null })] : slow,
    }));
    expect(burns(falls)).toBe(false);
    const told = afterEnd(900, 800).map((each) => ({ ...each, rest: { lineStatus: 'suspended' as const } }));
    expect(burns(told)).toBe(false);
  });

  it('a clock that was moved back', () => {
    const [first, second] = afterEnd(900);
    if (!first || !second) throw new Error('no readings');
    expect(burns([first, second, { ...second, at: '13:00', credit: 800 }])).toBe(false);
  });
});

describe('the row that is kept', () => {
  it('comes back with its watch, and an older one without it stands', () => {
    const row = { v: 1, lineId: 'l1', reading: aReading(), checkedAt: END, changedAt: END } as const;
    const watch: CreditWatch = {
      ended: { kind: 'data', label: '5 GB', at: END, usedUp: false },
      falls: null,
    };
    expect(readingRowSchema.parse({ ...row, watch })).toEqual({ ...row, watch });
    expect(readingRowSchema.parse(row)).toEqual(row);
  });
});
