import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { headlineOf } from '../../utils/domain/headline.ts';
import { type Reading, readingSchema } from '../../utils/domain/reading.ts';
import type { PagePiece } from '../../utils/providers/reader-contract.ts';
import { numberOn, readingOf, WANTED } from '../../utils/providers/standards/lyca-page.ts';
import { lycaShop } from '../../utils/providers/standards/lyca-shops.ts';
import { LYCA_HOSTS } from '../../utils/providers/standards/lyca-sites.ts';

const NOW = '2026-11-21T09:30:00Z';

const PAGE: readonly PagePiece[] = [
  { is: 'title', text: 'My Account' },
  { is: 'number', text: '447700900123' },
  { is: 'credit', text: '£12.40\nTopup' },
  { is: 'bundle', text: 'UK PlanBalance as of 21-11-2026 | UK PlanValid till 05-12-2026' },
  { is: 'part', text: 'UK PlanBalance as of 21-11-2026' },
  { is: 'part', text: '| UK PlanValid till 05-12-2026' },
  { is: 'tile', text: '\n\n5.66GB' },
  { is: 'tile', text: '1000' },
  { is: 'tile', text: 'U' },
];

/** The reading of a page, checked; null = the page no longer fits. */
function read(pieces: readonly PagePiece[], host = 'www.lycamobile.co.uk'): Reading | null {
  const shop = lycaShop(host);
  if (!shop) throw new Error(`no shop ${host}`);
  try {
    numberOn(pieces);
    const reading = readingOf(pieces, shop, NOW);
    expect(readingSchema.safeParse(reading).success).toBe(true);
    return reading;
  } catch (error) {
    if (error instanceof Failure && error.kind === 'unreadable') return null;
    throw error;
  }
}

const withText = (at: number, text: string) =>
  PAGE.map((piece, i) => (i === at ? { ...piece, text } : piece));
const zeros = (reading: Reading | null) =>
  (reading?.buckets.filter(({ remaining }) => remaining === 0).length ?? 0) +
  Number(reading?.credit?.amount === 0);

const NASTY = [
  '',
  ' \n\t',
  '-',
  'null',
  'NaN',
  'Infinity',
  '1e999',
  '9007199254740993',
  '9007199254740993GB',
  '-1',
  '-1GB',
  '0x10GB',
  '٥GB',
  '1,2,3GB',
  '1.2.3GB',
  'GB',
  '5.66 GB left',
  '\u202e5GB\u2066',
  '<b>5GB</b>',
  '{"a":1}',
  '__proto__',
  '|'.repeat(1000),
  'x'.repeat(1000),
  '1'.repeat(1000),
  '1 '.repeat(500),
  `${'1,'.repeat(499)}GB`,
];

describe('the account page', () => {
  it('is read', () => {
    const reading = read(PAGE);
    expect(reading && headlineOf(reading)).toEqual({ kind: 'data', remaining: 5_660_000_000, total: null });
    expect(zeros(reading)).toBe(0);
  });

  it.each(PAGE.map(({ is }, at) => [is, at] as const))(
    'D07: whatever stands in the place of a %s (%i) is read or refused, and is no zero',
    (_is, at) => {
      for (const text of NASTY) {
        const reading = read(withText(at, text));
        // Less than nothing is told as nothing; no other of these texts is a zero.
        if (!text.startsWith('-1')) expect(zeros(reading), text).toBe(0);
        for (const { label } of reading?.buckets ?? []) expect(label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    },
  );

  it('D17: without any one of its pieces, or with only one, no zero comes of it', () => {
    for (const [at, piece] of PAGE.entries()) {
      expect(zeros(read(PAGE.toSpliced(at, 1)))).toBe(0);
      expect(zeros(read([piece]))).toBe(0);
    }
    expect(read([{ is: 'title', text: 'My Account' }])).toBeNull();
  });

  it('D20: any texts in any order end as a reading or as unreadable', () => {
    const piece = fc.record({
      is: fc.constantFrom(...Object.keys(WANTED)),
      text: fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.constantFrom(...NASTY, ...PAGE.map(({ text }) => text)),
      ),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...LYCA_HOSTS), (pieces, host) => {
        read(pieces, host);
      }),
      { seed: 20_261_121, numRuns: 2000 },
    );
  });

  it('D13: as many pieces as a page may have, each as long as it may be', () => {
    const many = Array.from({ length: 500 }, (_, at) => PAGE[3 + (at % 6)] ?? { is: 'tile', text: '1' });
    expect(read(many)?.buckets.length).toBeGreaterThan(200);
    for (const text of NASTY) read(many.map((piece) => ({ ...piece, text })));
  });

  it('D09: what a figure says in one notation it says in the other', () => {
    const figure = fc.integer({ min: 0, max: 999_999 });
    fc.assert(
      fc.property(figure, fc.constantFrom('GB', 'MB', 'kb'), (hundredths, unit) => {
        const dotted = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        const [one, other] = [dotted, dotted.replace('.', ',')].map((text) => read(withText(6, text + unit)));
        const factor = { GB: 1e9, MB: 1e6, kb: 1e3 }[unit] ?? 0;
        expect(one?.buckets[0]?.remaining).toBe(Math.round((hundredths * factor) / 100));
        expect(other).toEqual(one);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
