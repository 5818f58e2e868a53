import { describe, expect, it } from 'vitest';
import { bundleSentences } from '../../utils/domain/bundle-words.ts';
import { bundlesOf } from '../../utils/domain/bundles.ts';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import { aBucket, aDataBucket, aReading, GB, MB } from '../support/records.ts';
import { LANGUAGE_NAMES, type Language, wordsFor } from '../support/words.ts';

const END = '2026-11-24T12:00:00Z';
const main = (rest: Partial<Bucket> = {}) =>
  aDataBucket(5 * GB, 2.9 * GB, { id: 'main', label: '5 GB', validUntil: END, ...rest });

function said(
  rest: Partial<Reading>,
  language: Language = 'en',
  price: { amount: number; currency: string } | null = null,
) {
  const reading = aReading({ buckets: [main()], ...rest });
  const bundle = bundlesOf(reading.buckets).find(({ head }) => head.id === 'main');
  const words = wordsFor(language);
  const source = { words, units: 'decimal', zone: 'UTC', price } as const;
  return bundleSentences(words.t('bundleEnds', '5 GB'), bundle, reading, source);
}

const renewal = { enabled: true, offerId: 'month', nextAt: END };

describe('a bundle that ends', () => {
  it('says what of it nobody has used', () => {
    expect(said({})).toBe('“5 GB” ends. 2.1 GB unused.');
    const night = aDataBucket(GB, 0.5 * GB, { id: 'night', scope: 'night', validUntil: END });
    expect(said({ buckets: [main(), night] })).toBe('“5 GB” ends. 2.6 GB unused.');
  });

  it.each([
    ['unknown', main({ remaining: null })],
    ['nothing', main({ remaining: 0, state: 'depleted' })],
    ['without limit', main({ remaining: null, unlimited: true })],
    ['minutes', main({ kind: 'voice', remaining: 600 })],
  ])('says no figure where what is left is %s', (_, bucket) => {
    expect(said({ buckets: [bucket] })).toBe('“5 GB” ends.');
  });

  it('says no sum of which a part is unknown', () => {
    const extra = aBucket({ id: 'extra', validUntil: END });
    expect(said({ buckets: [main(), extra] })).toBe('“5 GB” ends.');
  });

  it('leaves a renewal to the bundle whose end is nearer to it', () => {
    const month = main({ id: 'month', label: 'Month', validUntil: '2026-11-25T12:00:00Z' });
    const autoRenew = { ...renewal, nextAt: '2026-11-25T12:00:00Z' };
    expect(said({ buckets: [main(), month], autoRenew })).toBe('“5 GB” ends. 2.1 GB unused.');
    expect(said({ autoRenew })).toContain('renews');
  });

  it('names the bundle that waits its turn, even where the plan would renew', () => {
    const next = main({ id: 'next', label: 'Next 3 GB', state: 'queued', validFrom: END, validUntil: null });
    const text = '“5 GB” ends. 2.1 GB unused. “Next 3 GB” follows.';
    expect(said({ buckets: [main(), next] })).toBe(text);
    expect(said({ buckets: [main(), next], autoRenew: renewal })).toBe(text);
  });

  it('does not take for its sequel what begins long after, ends before it or is of another kind', () => {
    const text = '“5 GB” ends. 2.1 GB unused.';
    for (const rest of [
      { validFrom: '2026-12-20T00:00:00Z' },
      { validFrom: null, validUntil: '2026-11-23T00:00:00Z' },
      { kind: 'voice', validFrom: END },
    ] as const)
      expect(said({ buckets: [main(), main({ id: 'next', state: 'queued', ...rest })] })).toBe(text);
  });

  it('says when it renews by itself, and at what price', () => {
    expect(said({ autoRenew: renewal })).toBe(
      '“5 GB” ends. 2.1 GB unused. It renews by itself on Nov 24, 2026.',
    );
    expect(said({ autoRenew: renewal }, 'en', { amount: 1000, currency: 'GBP' })).toContain('for £10.00.');
    expect(said({ autoRenew: { ...renewal, nextAt: null } })).toContain('Nov 24');
  });

  it('says that it does not renew where the carrier says so, and nothing where it does not', () => {
    expect(said({ autoRenew: { ...renewal, enabled: false } })).toContain('It does not renew by itself.');
    expect(said({ autoRenew: { ...renewal, nextAt: '2026-12-20T00:00:00Z' } })).toBe(
      '“5 GB” ends. 2.1 GB unused.',
    );
  });

  it('says it in Chinese', () => {
    expect(said({ autoRenew: renewal }, 'zh_CN')).toBe(
      '“5 GB”即将到期。 还有 2.1 GB 未用。 将于 2026年11月24日 自动续订。',
    );
    expect(said({ autoRenew: renewal }, 'zh_TW')).toBe(
      '「5 GB」即將到期。 還有 2.1 GB 未使用。 將於 2026年11月24日 自動續訂。',
    );
  });

  it('is told in every language, whatever it holds', () => {
    for (const language of LANGUAGE_NAMES)
      expect(said({ buckets: [main({ used: 5 * GB - 40 * MB, remaining: 40 * MB })] }, language)).toContain(
        '40 MB',
      );
  });
});
