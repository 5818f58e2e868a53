import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provider, ProviderLine } from '../../utils/providers/contract.ts';
import { providers } from '../../utils/providers/registry.ts';
import { carriesSecret } from '../support/address-secrets.ts';
import { contextFor } from '../support/replay.ts';

const UNASKED = contextFor({ request: () => Promise.reject(new Error('asked')) }, '2026-11-21T09:30:00Z');

/** Every address that a provider makes for a person to open, without asking its carrier. */
async function builtBy(provider: Provider, line: ProviderLine): Promise<string[]> {
  const asked = await provider.help?.(line, UNASKED).catch(() => null);
  const helps = [provider.staticHelp, asked].filter((help) => help !== undefined && help !== null);
  return [
    provider.topUpUrl?.(line),
    provider.sessionUrl?.(line),
    ...helps.flatMap((help) => [help.accountUrl, help.storesUrl, help.kiosksUrl, help.termsUrl]),
    ...helps.map((help) => help.support.chatUrl),
  ].filter((url) => typeof url === 'string');
}

describe('an address that a provider builds', () => {
  it('H07: carries nothing of what is filled in, be it a number, a secret or a name', async () => {
    const canary = fc.oneof(fc.stringMatching(/^[a-z0-9]{8,20}$/), fc.stringMatching(/^\+?\d{8,15}$/));
    const filledIn = fc.oneof(fc.constant(null), canary);
    const seen = new Set<string>();
    for (const provider of providers) {
      const values = fc.record(Object.fromEntries(provider.fields.map(({ name }) => [name, filledIn])));
      await fc.assert(
        fc.asyncProperty(values, async (typed) => {
          const line = provider.fields.map(({ name, initial, example }) => [
            name,
            typed[name] ?? (initial || example || ''),
          ]);
          const canaries = Object.values(typed).filter((text) => text !== null);
          for (const url of await builtBy(provider, Object.fromEntries(line))) {
            seen.add(provider.id);
            expect([provider.id, url, carriesSecret(url, canaries)]).toEqual([provider.id, url, false]);
          }
        }),
        { seed: 9, numRuns: 50 },
      );
    }
    expect([...seen]).toEqual(expect.arrayContaining(['lyca', 'telekom-de']));
  });
});

describe('the search for what must not stand in an address', () => {
  it.each([
    'https://pay.example/c/8Hq2?s=opaque',
    'https://api.example/v1/lines/491512345678/balance',
    'https://pay.example/?d=2026-11-21&t=1234567',
  ])('finds nothing in %s', (url) => {
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
  ])('finds it in %s', (url) => {
    expect(carriesSecret(url, ['sw0rdfish'])).toBe(true);
  });

  const encodings: ((text: string) => string)[] = [
    encodeURIComponent,
    (text) => encodeURIComponent(encodeURIComponent(text)),
    (text) => new URLSearchParams([['v', text]]).toString().slice(2),
    (text) => encodeURIComponent(btoa(String.fromCharCode(...new TextEncoder().encode(text)))),
  ];

  it('misses no secret and no long number, however it is encoded', () => {
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
