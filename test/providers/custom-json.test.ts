import { describe, expect, it } from 'vitest';
import { FieldError, type HttpRequest } from '../../utils/providers/contract.ts';
import { customJson, customJsonDeclaration } from '../../utils/providers/custom-json.ts';
import { originsFilledIn } from '../../utils/providers/standards/filled-in.ts';
import { contextFor } from '../support/replay.ts';

const MAPPING = '{"v":1,"buckets":[{"remaining":{"at":"/left","unit":"MB"}}]}';
const LINE = {
  url: 'https://api.carrier.example/usage',
  method: 'GET',
  headers: 'Authorization: Bearer tk-5f2a9c71',
  mapping: MAPPING,
};

/** What the carrier is sent for a line. */
async function sentFor(line: Record<string, string>): Promise<HttpRequest | null> {
  let sent: HttpRequest | null = null;
  const request = async (asked: HttpRequest) => {
    sent = asked;
    const told = { text: () => '{"left":1}', json: () => ({ left: 1 }) };
    const failure = () => expect.fail('no failure');
    return { status: 200, header: () => null, freshUntil: () => null, ...told, failure };
  };
  await customJson.read(line, contextFor({ request }, '2026-11-21T09:30:00Z'));
  return sent;
}

describe('what a person may fill in', () => {
  it('asks for the one origin of the address', () => {
    expect(customJson.origins(LINE)).toEqual(['https://api.carrier.example']);
    expect(customJson.origins({ ...LINE, url: 'http://127.0.0.1:8080/usage' })).toEqual([
      'http://127.0.0.1:8080',
    ]);
  });

  it('can be fetched from before there is a mapping', () => {
    const { mapping: _, ...line } = LINE;
    expect(customJson.origins(line)).toEqual(['https://api.carrier.example']);
  });

  it.each([
    ['url', 'http://api.carrier.example/usage', 'not-https'],
    ['url', 'ftp://api.carrier.example/usage', 'malformed'],
    ['url', 'https://me:pw@api.carrier.example/', 'has-credentials'],
    ['url', 'https://api.carrier.example/usage?api_key=abc', 'secret-in-address'],
    ['url', 'https://api.carrier.example/usage?access-token=abc', 'secret-in-address'],
    ['url', 'https://api.carrier.example/tk-5f2a9c71/usage', 'secret-in-address'],
    ['url', 'https://api.carrier.example/usage?x=tk%2D5f2a9c71', 'secret-in-address'],
    ['url', `https://api.carrier.example/usage?x=${btoa('tk-5f2a9c71')}`, 'secret-in-address'],
    ['headers', 'Bearer tk-5f2a9c71', 'malformed'],
    ['headers', 'X-Key: schlüssel', 'malformed'],
    ['headers', 'Cookie: session=1', 'forbidden-header'],
    ['headers', 'Accept: text/plain\nReferer: https://x.example/', 'forbidden-header'],
    ['mapping', '{}', 'malformed'],
    ['mapping', 'left', 'malformed'],
    ['mapping', MAPPING.replace('"MB"', '"shells"'), 'malformed'],
    ['mapping', MAPPING.replace(',', ','.padEnd(20_001)), 'malformed'],
    ['mapping', '{"v":2,"buckets":[]}', 'malformed'],
    ['mapping', '{"v":1,"buckets":[],"asOf":{"at":"/x","as":"iso","zone":"Mars/Base"}}', 'malformed'],
    ['mapping', '{"v":1,"buckets":[{"each":"/l","remaining":{"at":"left"}}]}', 'malformed'],
  ] as const)('C15: as its %s "%s" is refused as %s', (field, value, problem) => {
    const given = { ...LINE, [field]: value };
    const filledIn = () => originsFilledIn(customJsonDeclaration, given, () => false);
    expect(filledIn).toThrow(new FieldError(field, problem));
  });

  it('refuses a body that is neither JSON nor pairs', () => {
    const line = { ...LINE, method: 'POST', body: '{"line":' };
    expect(() => customJson.origins(line)).toThrow(new FieldError('body', 'malformed'));
  });
});

describe('what is sent', () => {
  it('carries the headers that were typed, and asks for JSON', async () => {
    expect(await sentFor(LINE)).toMatchObject({
      method: 'GET',
      url: LINE.url,
      headers: { accept: 'application/json', authorization: 'Bearer tk-5f2a9c71' },
      conditional: true,
    });
  });

  it('carries those of the mapping, which the typed ones override', async () => {
    const plain = { 'X-Client': 'web', Accept: 'application/vnd.carrier+json', Authorization: 'none' };
    const mapping = JSON.stringify({ ...JSON.parse(MAPPING), headers: plain });
    expect((await sentFor({ ...LINE, mapping }))?.headers).toEqual({
      accept: 'application/vnd.carrier+json',
      'x-client': 'web',
      authorization: 'Bearer tk-5f2a9c71',
    });
  });

  it('has no body with GET, no fragment ever, and is not conditional with POST', async () => {
    const line = { ...LINE, url: `${LINE.url}#part`, body: '{"a":1}' };
    const got = await sentFor(line);
    expect([got?.url, got?.json, got?.form]).toEqual([LINE.url, undefined, undefined]);
    expect(await sentFor({ ...line, method: 'POST' })).toMatchObject({ json: { a: 1 }, conditional: false });
    expect(await sentFor({ ...line, method: 'POST', body: 'a=1&b=x%20y' })).toMatchObject({
      form: { a: '1', b: 'x y' },
    });
  });
});
