import { describe, expect, it } from 'vitest';
import { isLocalHost } from '../../utils/domain/local-host.ts';
import { type Declaration, FieldError, type Provider } from '../../utils/providers/contract.ts';
import { declarations } from '../../utils/providers/declarations.ts';
import { providers } from '../../utils/providers/registry.ts';
import { rfc8908 } from '../../utils/providers/rfc8908.ts';
import { checkFields } from '../../utils/providers/standards/check-fields.ts';
import { tmf654 } from '../../utils/providers/tmf654.ts';
import { contextFor } from '../support/replay.ts';

const UNASKED = contextFor({ request: () => Promise.reject(new Error('asked')) }, '2026-11-21T09:30:00Z');

/** A line as the form's own examples fill it in. */
function exampleLine({ fields }: Provider): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, initial, example }) => [name, initial || example || 'abc-123']),
  );
}

describe('what pages know of providers', () => {
  it('is what each of them declares, in the same order', () => {
    const declared = (all: readonly Declaration[]) =>
      all.map(({ id, name, fields }) => ({ id, name, fields }));
    expect(declared(declarations)).toEqual(declared(providers));
  });

  it('says truly what a provider can do', () => {
    const said = declarations.map(({ listsLines = false, opensCheckouts = false }) => [
      listsLines,
      opensCheckouts,
    ]);
    expect(said).toEqual(providers.map(({ lines, topUps }) => [lines !== undefined, topUps !== undefined]));
  });
});

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (_id, provider) => {
  it('has fields of different names, whose examples it takes itself', () => {
    const names = provider.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const line = exampleLine(provider);
    expect(checkFields(provider.fields, line, () => false)).toEqual(line);
  });

  it('talks to secure origins alone, or to a device on the local network, which its host patterns cover', () => {
    const origins = provider.origins(exampleLine(provider));
    expect(new Set(origins).size).toBe(origins.length);
    for (const origin of origins) {
      expect(new URL(origin).origin).toBe(origin);
      const isDevice = provider.network === 'local' && isLocalHost(new URL(origin).hostname);
      const scheme = isDevice ? 'http:' : 'https:';
      expect(new URL(origin).protocol).toBe(scheme);
      const covered = [`${origin}/*`, `${scheme}//*/*`].some((pattern) =>
        provider.hostPatterns.includes(pattern),
      );
      expect(covered, origin).toBe(true);
    }
  });

  it('names hosts, not addresses, as its own, and links only there for topping up', async () => {
    const line = exampleLine(provider);
    const help = provider.staticHelp ?? (provider.topUpUrl ? await provider.help?.(line, UNASKED) : null);
    const { officialHosts = [], checkoutHosts = [] } = help ?? {};
    for (const host of [...officialHosts, ...checkoutHosts])
      expect(new URL(`https://${host}/`).host).toBe(host);
    const topUp = provider.topUpUrl?.(line);
    if (topUp) expect(officialHosts).toContain(new URL(topUp).host);
  });

  it('links its documentation securely, if at all', () => {
    if (provider.documentationUrl !== '') expect(new URL(provider.documentationUrl).protocol).toBe('https:');
  });
});

describe.each([
  ['the address of a portal', rfc8908, 'apiUrl'],
  ['the base address of a TM Forum API', tmf654, 'baseUrl'],
] as const)('%s', (_what, provider, field) => {
  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['portal', 'malformed'],
    ['ftp://api.example/', 'malformed'],
    ['http://api.example/v4', 'not-https'],
    ['https://me:pw@api.example/v4', 'has-credentials'],
  ] as const)('C15: "%s" is refused as %s', (value, problem) => {
    expect(() => provider.origins({ [field]: value })).toThrow(new FieldError(field, problem));
  });
});
