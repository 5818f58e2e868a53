import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cleanTextOrNull } from '../../../utils/providers/standards/text.ts';

describe('names from a carrier', () => {
  it.each([
    ['Data\u202e exe', 'Data exe'],
    ['\u2066Plus\u2069', 'Plus'],
    ['a\u200bb\u200cc\u200dd\u200ee\u200ff', 'abcdef'],
    ['\ufeffBonus\u00ad', 'Bonus'],
    ['a\u0000b\tc\nd\u007fe\u0085f', 'abcdef'],
    ['\ud83dhalf\ude00', 'half'],
    ['two\u2028lines\u2029', 'twolines'],
    ['Família 5 GB', 'Família 5 GB'],
    ['流量 😀', '流量 😀'],
  ])('%j becomes %j', (text, expected) => expect(cleanText(text)).toBe(expected));

  it('are cut after eighty code points, counted when they are clean', () => {
    expect(cleanText(`${'\u200b'.repeat(500)}${'😀'.repeat(81)}`)).toBe('😀'.repeat(80));
    expect(cleanText('x'.repeat(80))).toBe('x'.repeat(80));
  });

  it.each([null, '', ' ', '\u200b', '\u202e \u00a0'])('%j is no name', (text) =>
    expect(cleanTextOrNull(text)).toBeNull(),
  );

  it('cleaning twice changes nothing more, and leaves text that can be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        return cleanText(once) === once && once.isWellFormed() && [...once].length <= 80;
      }),
      { seed: 80, numRuns: 1000 },
    );
  });
});
