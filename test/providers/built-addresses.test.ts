import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriesSecret } from '../../utils/domain/address-secrets.ts';

describe('an address that we built', () => {
  it.each([
    'https://pay.example/c/8Hq2?s=opaque',
    'https://api.example/v1/lines/491512345678/balance',
    'https://pay.example/?d=2026-11-21&t=1234567',
  ])('%s is free of secrets', (url) => {
    expect(carriesSecret(url, ['sw0rdfish'])).toBe(false);
  });

  it.each([
    'https://pay.example/?msisdn=491512345678',
    'https://pay.example/#/l/12345678',
    'https://pay.example/?n=%31%32%33%34%35%36%37%38',
    'https://pay.example/?n=%2531%2532345678',
    'https://pay.example/?k=sw0rdfish',
    'https://pay.example/sw0rdfish',
    'https://pay.example/?k=%73w0rdfish',
    `https://pay.example/?k=${btoa('me:sw0rdfish!')}`,
    'https://sw0rdfish@pay.example/',
    'not an address',
  ])('H07: %s is refused', (url) => {
    expect(carriesSecret(url, ['sw0rdfish'])).toBe(true);
  });

  const encodings: ((text: string) => string)[] = [
    encodeURIComponent,
    (text) => encodeURIComponent(encodeURIComponent(text)),
    (text) => new URLSearchParams([['v', text]]).toString().slice(2),
    (text) => encodeURIComponent(btoa(String.fromCharCode(...new TextEncoder().encode(text)))),
  ];

  it('H07: no secret and no long number gets through, however it is encoded', () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 4 }).filter((text) => text.trim().length >= 4);
    const number = fc.stringMatching(/^\d{8,15}$/);
    fc.assert(
      fc.property(secret, fc.constantFrom(...encodings), fc.boolean(), (text, encode, inHash) => {
        const url = `https://pay.example/c${inHash ? '#' : '?'}v=${encode(text)}`;
        expect(carriesSecret(url, [text])).toBe(true);
      }),
      { seed: 7, numRuns: 1000 },
    );
    fc.assert(
      fc.property(number, fc.constantFrom(...encodings.slice(0, 3)), fc.boolean(), (text, encode, inHash) => {
        const url = `https://pay.example/c${inHash ? '#' : '?'}v=x${encode(text)}`;
        expect(carriesSecret(url, [])).toBe(true);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
