import { describe, expect, it } from 'vitest';
import { bucketName } from '../../utils/domain/bucket-name.ts';
import { bundleSentences } from '../../utils/domain/bundle-words.ts';
import { bundlesOf } from '../../utils/domain/bundles.ts';
import { burnSentence } from '../../utils/domain/burn-words.ts';
import { BUCKET_KINDS, BUCKET_SCOPES } from '../../utils/domain/reading.ts';
import { receiptText } from '../../utils/domain/receipt.ts';
import { aBucket, aDataBucket, aReading, aTopUp, GB } from '../support/records.ts';
import { type Language, wordsFor } from '../support/words.ts';

const nameIn = (language: Language, over: Parameters<typeof aBucket>[0]) =>
  bucketName(aBucket({ label: '', ...over }), wordsFor(language));

describe('a bucket', () => {
  it('is called as its carrier calls it', () => {
    expect(nameIn('zh_CN', { label: 'Everyday 10', scope: 'roaming' })).toBe('Everyday 10');
  });

  it.each([
    ['en', 'Data (Roaming)', 'Calls', 'Text messages'],
    ['zh_CN', '流量（漫游）', '通话', '短信'],
    ['zh_TW', '流量（漫遊）', '通話', '簡訊'],
  ] as const)('without a name is called by what it holds and for which use, in %s', (language, ...names) => {
    const unnamed = [{ scope: 'roaming' }, { kind: 'voice' }, { kind: 'sms' }] as const;
    expect(unnamed.map((over) => nameIn(language, over))).toEqual(names);
  });

  it('without a name has another one for each kind and use', () => {
    const all = BUCKET_KINDS.flatMap((kind) => BUCKET_SCOPES.map((scope) => nameIn('en', { kind, scope })));
    expect(new Set(all).size).toBe(BUCKET_KINDS.length * BUCKET_SCOPES.length);
  });
});

describe('a sentence of a bucket without a name', () => {
  const END = '2026-11-24T12:00:00Z';
  const words = wordsFor('zh_CN');

  it('names what follows', () => {
    const main = aDataBucket(5 * GB, GB, { id: 'main', validUntil: END });
    const next = aBucket({ id: 'next', label: '', state: 'queued' });
    const line = aReading({ buckets: [main, next] });
    const source = { words, units: 'decimal', zone: 'UTC', price: null } as const;
    const text = bundleSentences('', bundlesOf(line.buckets)[0], line, source);
    expect(text).toContain(words.t('bundleFollows', '流量'));
  });

  it.each([
    [null, '流量'],
    [{ kind: 'voice', label: '', at: END, usedUp: false }, '通话'],
  ] as const)('names what the credit should have been spared by: %j', (ended, name) => {
    const burn = { since: END, amount: 140, currency: 'GBP', label: '', ended };
    expect(burnSentence(burn, words, END)).toContain(`“${name}”`);
  });

  it('names it in a receipt, before, after and as what was added', () => {
    const roaming = aDataBucket(GB, 0, { label: '', scope: 'roaming' });
    const text = receiptText(
      aTopUp({
        state: 'credited',
        before: aReading({ buckets: [roaming] }),
        after: aReading({ buckets: [aDataBucket(GB, 0, { label: '' }), roaming] }),
        rises: [{ what: 'data', label: '', by: GB, currency: null, until: null }],
      }),
      words,
      'decimal',
    );
    expect(text.match(/流量（漫游）/g)).toHaveLength(2);
    expect(text.match(/^\s*流量：/gm)).toHaveLength(2);
  });
});
