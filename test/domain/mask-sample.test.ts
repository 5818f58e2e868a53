import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedSample } from '../../utils/domain/mask-sample.ts';

const SEED = { seed: 20_261_121, numRuns: 1000 };
const mask = (value: unknown, secrets: string[] = []) => JSON.parse(maskedSample(value, secrets));

const DIGITS = '0123456789';
/** The digits of a text, whatever script they are in. */
const digitsOf = (text: string) =>
  [...text.normalize('NFKC')].filter((char) => DIGITS.includes(char)).join('');
const fullWidth = (digits: string) =>
  [...digits].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
const grouped = (digits: string, mark: string, size: number) =>
  (digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(mark);

/** Identifiers are longer than any date. */
const identifier = fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 9, maxLength: 22 });

describe('a sample to hand in', () => {
  it('keeps its shape, its dates and its small figures', () => {
    const answer = {
      plan: { name: 'Harbour 20', price: 12.5 },
      bundles: [{ left: 7.25, unit: 'GB', ends: '2026-12-01', active: true, note: null }],
      measured: '2026-11-21T09:00:00.123Z',
      renewed: '31.12.2026 10:15',
    };
    expect(mask(answer)).toEqual(answer);
  });

  it('masks whoever it is about', () => {
    expect(
      mask({
        msisdn: '447911123456',
        customer: { name: 'Jane Doe', city: 'Hull', since: '2020-01-31' },
        contact: 'jane.doe@mail.example or +44 7911 123456',
        iccid: 8944110000000000,
        simId: 'AB12CD34EF',
        note: 'order 4711-2290-118 of 2026-11-20',
        link: 'https://me.example/u/jane',
        bytes: 3221225472,
      }),
    ).toEqual({
      msisdn: '•••',
      customer: { name: '•••', city: '•••', since: '2020-01-31' },
      contact: '•••',
      iccid: '••• number',
      simId: '•••',
      note: 'order ••• of 2026-11-20',
      link: '•••',
      bytes: '••• number',
    });
  });

  it('masks identifiers that are keys, and in texts that hold JSON', () => {
    const text = maskedSample({ 447911123456: { left: 5 }, raw: '{"imsi":"234150999999999","left":5}' }, []);
    expect(text).not.toMatch(/\d{7}/);
    expect(text).toContain('imsi');
    expect(text).toContain('left');
  });

  it('lets no run of more than six digits survive, in any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(maskedSample(value, [])).not.toMatch(/\p{Nd}{7,}/u);
      }),
      SEED,
    );
  });

  it('lets no identifier survive: plain, in groups, full-width, in other texts, nested in texts', () => {
    const dressed = fc
      .tuple(
        identifier,
        fc.constantFrom('', ' ', '-', '.', '/', ' - ', '\u200b', '·'),
        fc.integer({ min: 1, max: 5 }),
      )
      .chain(([digits, mark, size]) => {
        const told = mark === '' ? digits : grouped(digits, mark, size);
        return fc
          .constantFrom(told, fullWidth(digits), `SIM ${told}.`, JSON.stringify({ a: [told] }))
          .map((text) => ({ digits, text }));
      })
      // Four, two and two digits with one mark may be a date, which stays.
      .filter(({ text }) => !/(?:19|20)\d\d[-/.]\d\d?[-/.]|[-/.]\d\d?[-/.](?:19|20)\d\d/.test(text));
    fc.assert(
      fc.property(dressed, fc.constantFrom('left', 'x', 'note'), ({ digits, text }, key) => {
        expect(digitsOf(maskedSample({ [key]: text }, []))).not.toContain(digits.slice(0, 7));
      }),
      SEED,
    );
  });

  it('lets no secret that was typed in survive, wherever the carrier repeats it', () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 30 })
      .filter((text) => /^\S+$/.test(text));
    const echo = (text: string) =>
      fc.constantFrom<unknown>(
        text,
        { [text]: 1 },
        [`Bearer ${text}`],
        encodeURIComponent(text),
        btoa(text),
        {
          q: `https://x.example/?k=${encodeURIComponent(text)}`,
        },
      );
    fc.assert(
      fc.property(
        secret.chain((text) => echo(text).map((value) => ({ text, value }))),
        ({ text, value }) => {
          const told = maskedSample({ left: 5, value }, [text]);
          for (const form of [
            text,
            JSON.stringify(text).slice(1, -1),
            encodeURIComponent(text),
            btoa(text),
          ]) {
            if (!'"left": 5, "value"•••'.includes(form)) expect(told).not.toContain(form);
          }
        },
      ),
      SEED,
    );
  });

  it('never throws, and is JSON whatever was answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        JSON.parse(maskedSample(value, []));
      }),
      SEED,
    );
  });
});
