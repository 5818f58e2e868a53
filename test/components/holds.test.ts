import { describe, expect, it } from 'vitest';
import { accountHolds, bucketHolds } from '../../components/popup/holds.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { DAY } from '../../utils/domain/instant.ts';
import type { Bucket } from '../../utils/domain/reading.ts';
import { bucket, fromNow, GB, glanceLine, NOW } from '../support/glances.ts';
import { wordsFor } from '../support/words.ts';

const sourceOf = (over: Partial<GlanceLine>) => {
  return { line: glanceLine(over), words: wordsFor('en'), units: 'decimal', now: NOW } as const;
};
const rowsOf = (...buckets: Bucket[]) => bucketHolds(sourceOf({ buckets }));
const only = (over: Partial<Bucket>) => rowsOf(bucket(over)).now[0];

describe('buckets beside the headline', () => {
  it('leave out the one that is the headline itself', () => {
    expect(rowsOf(bucket()).now).toEqual([]);
  });

  it('list the parts of a headline that is a sum', () => {
    expect(rowsOf(bucket(), bucket({ id: 'gift', label: 'Gift' })).now).toHaveLength(2);
  });

  it('show roaming data apart, with its end', () => {
    const row = only({ label: 'EU', scope: 'roaming', total: GB, remaining: GB / 4 });
    expect(row).toMatchObject({ label: 'EU', tag: 'popupScopeRoaming', value: '250 MB of 1 GB' });
    expect([row?.note, row?.share]).toEqual(['until Dec 3, 2026', 0.25]);
  });

  it('show voice in minutes and messages by number', () => {
    expect(only({ kind: 'voice', total: 30_000, remaining: 18_059 })?.value).toBe('300 min of 500 min');
    expect(only({ kind: 'sms', total: 500, remaining: 1 })?.value).toBe('1 of 500 messages');
    expect(only({ kind: 'sms', total: null, remaining: 1 })?.value).toBe('1 message');
  });

  it('never show an unknown amount as zero', () => {
    expect(only({ scope: 'roaming', total: GB, used: null, remaining: null })).toMatchObject({
      value: 'Not known',
      share: null,
    });
  });

  it('say that one is used up instead of showing an empty bar', () => {
    expect(only({ scope: 'dedicated', state: 'depleted', remaining: 0 })).toMatchObject({
      value: 'Used up',
      share: null,
    });
  });

  it('stand apart while they wait for their turn', () => {
    const { now, waiting } = rowsOf(
      bucket(),
      bucket({ id: 'next', state: 'queued', validFrom: fromNow(12 * DAY) }),
    );
    expect([now, waiting.map(({ note }) => note)]).toEqual([[], ['from Dec 3, 2026 · until Dec 3, 2026']]);
  });

  it('say how slow a throttled one has become', () => {
    const slow = only({ scope: 'roaming', state: 'throttled', throttledTo: 1_500_000, validUntil: null });
    expect(slow?.note).toBe('Slowed to 1.5 Mb/s');
  });

  it('say that an assumed end is assumed', () => {
    expect(only({ scope: 'night', validUntilEstimated: true })?.note).toBe('until about Dec 3, 2026');
  });
});

describe('the account', () => {
  const valuesOf = (over: Partial<GlanceLine>) =>
    accountHolds(sourceOf(over)).map(({ label, value, note }) =>
      [label, value, note].filter(Boolean).join('; '),
    );
  const number = { validUntil: { at: fromNow(112 * DAY), estimated: false } };
  const credit = { amount: -250, currency: 'JPY' };

  it('shows credit in its own currency, below zero as well', () => {
    expect(valuesOf({ credit })).toEqual(['Credit; -¥250']);
  });

  it('shows until when the number is valid', () => {
    expect(valuesOf(number)).toEqual(['Number valid until; Mar 13, 2027; 112 days left']);
    expect(valuesOf({ validUntil: { at: fromNow(-2 * DAY), estimated: false } })).toEqual([
      'The number has lapsed; Nov 19, 2026',
    ]);
  });

  it('does not repeat what the ring of a line without data shows', () => {
    const bare = { headline: { kind: 'none' }, share: null } as const;
    expect(valuesOf({ ...bare, ...number, credit })).toEqual(['Credit; -¥250']);
    expect(valuesOf({ ...bare, credit })).toEqual([]);
  });

  it('shows whether it renews by itself, and when', () => {
    const renew = (enabled: boolean, nextAt: string | null) =>
      valuesOf({ autoRenew: { enabled, offerId: null, nextAt } });
    expect(renew(true, fromNow(12 * DAY))).toEqual(['Auto-renew; on; next Dec 3, 2026']);
    expect(renew(true, null)).toEqual(['Auto-renew; on']);
    expect(renew(false, fromNow(DAY))).toEqual(['Auto-renew; off']);
  });
});
