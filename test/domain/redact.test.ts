import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, redact, redactedJson } from '../../utils/domain/redact.ts';

describe('text for diagnostics', () => {
  it.each([
    ['the code sw0rdfish was refused', 'the code ••• was refused'],
    ['?k=sw0rd%66ish&k=SW0RDFISH', '?k=sw0rd%66ish&k=•••'],
    ['Authorization: Bearer abc.DEF-123~x', 'Authorization: Bearer •••'],
    ['authorization=basic%20dXNlcjpwYXNz', 'authorization=basic%20•••'],
    ['token eyJhbGciOi.eyJzdWIiOjF9.c2ln here', 'token ••• here'],
    ['id_token=eyJhbGciOi.eyJzdWIiOjF9.c2ln', 'id_token=•••'],
    ['mail to jo.doe+x@mail.example now', 'mail to ••• now'],
    ['line 491512345678 of account 1234567', 'line ••• of account •••'],
    ['call +49 (151) 234-567', 'call •••'],
  ])('%s', (text, expected) => {
    expect(redact(text, ['sw0rdfish'])).toBe(expected);
  });

  it('leaves what helps to understand a failure', () => {
    const text = 'carrier-down: HTTP 503 from api.example at 2026-11-21T09:12:05Z, 123456 bytes, basic plan';
    expect(redact(text, ['abc', ''])).toBe(text);
  });

  it('masks parts of a secret of several lines', () => {
    expect(redact('bad line c0ffee00c0ffee', ['first=a1;\nsecond c0ffee00c0ffee'])).toBe(`bad line ${MASK}`);
  });

  const secret = fc
    .string({ unit: 'grapheme', minLength: 4, maxLength: 60 })
    .map((text) => text.trim())
    .filter((text) => text.length >= 4);

  const disguises: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    encodeURIComponent,
    (text) => new URLSearchParams([['', text]]).toString().slice(1),
    (text) => JSON.stringify(text),
  ];

  it('G06: no known secret remains, plain, encoded for an address or escaped', () => {
    fc.assert(
      fc.property(
        secret,
        fc.string(),
        fc.string(),
        fc.constantFrom(...disguises),
        (text, before, after, as) => {
          const shown = redact(`${before}${as(text)}${after}`, [text]);
          expect(shown).not.toContain(text);
          expect(shown).toContain(MASK);
        },
      ),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('G06: no known secret remains in base64, wherever it stands in what was encoded', () => {
    const encode = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (text, before, after) => {
        const shown = redact(encode(before + text + after), [text]);
        expect(shown).toContain(MASK);
      }),
      { seed: 16, numRuns: 1000 },
    );
  });

  it('keeps JSON that can be read: small figures as they are, long ones and texts masked', () => {
    const facts = {
      clockSkewSeconds: -1_234_567_890,
      polls: 24,
      said: 'to "sw0rdfish"',
      none: null,
      is: true,
    };
    expect(JSON.parse(redactedJson({ ...facts, list: [31_536_000, 7] }, ['sw0rdfish']))).toEqual({
      ...facts,
      clockSkewSeconds: MASK,
      said: `to "${MASK}"`,
      list: [MASK, 7],
    });
  });

  it('G06: no known secret remains in JSON, and it can be read whatever stood in it', () => {
    fc.assert(
      fc.property(secret, fc.jsonValue(), fc.maxSafeInteger(), (text, value, number) => {
        const shown = redactedJson({ value: [value, text, `is ${text}`], number }, [text, `${number}`]);
        const read = JSON.parse(shown);
        expect([read.value[1], read.value[2]]).toEqual([MASK, `is ${MASK}`]);
        expect(JSON.stringify(read.number)).not.toMatch(/[0-9]{7}/);
      }),
      { seed: 36, numRuns: 500 },
    );
  });

  it('G06: redacting twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), secret, (text, known) => {
        const once = redact(`${text} ${known} ${text}`, [known]);
        expect(redact(once, [known])).toBe(once);
      }),
      { seed: 26, numRuns: 1000 },
    );
  });
});
