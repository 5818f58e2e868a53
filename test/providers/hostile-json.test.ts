import { describe, expect, it } from 'vitest';
import { balance, readBalance, verdictOn } from '../support/carrier.ts';
import { bytesOf, DOUBTFUL, NOT_JSON } from '../support/malformed-json.ts';

/** The text of a balance that has `value`, as it stands, in a field that nobody reads. */
const beside = (value: string) =>
  JSON.stringify(balance({ aside: 0 })).replace('"aside":0', `"aside":${value}`);

/** The text of a balance with `value`, as it stands, for its plan's name. */
const named = (value: string) =>
  JSON.stringify(balance({ planName: 0 })).replace('"planName":0', `"planName":${value}`);

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('answers that are not JSON', () => {
  it.each(Object.entries(NOT_JSON))(
    'D01: what goes wrong in %s is unreadable, alone and within a balance',
    async (_in, documents) => {
      for (const document of documents) {
        expect(await verdictOn(bytesOf(document)), document).toBe('unreadable');
        expect(await verdictOn(bytesOf(beside(document))), `beside a balance: ${document}`).toBe(
          'unreadable',
        );
      }
    },
  );

  it('D01, D02: there are as many of them as in the corpora that parsers are tried with', () => {
    expect(new Set(Object.values(NOT_JSON).flat()).size).toBe(188);
    expect(new Set(DOUBTFUL).size).toBe(35);
  });

  it('D02: what parsers may take or leave never crashes, and never makes a reading of nothing', async () => {
    for (const document of DOUBTFUL) {
      expect(await verdictOn(bytesOf(document)), document).toBe('unreadable');
      expect(['read', 'unreadable'], document).toContain(await verdictOn(bytesOf(beside(document))));
    }
  });

  it.each(['"\xff"', '"\xc3\x28"', '"\xed\xa0\x80"', '"caf\xe9"', '"\xf0\x9f"'])(
    'D02: bytes that are not UTF-8 are refused, and no replacement character gets into a name',
    async (name) => {
      expect(await verdictOn(bytesOf(named(name)))).toBe('unreadable');
    },
  );

  it('D02: half a pair of surrogates leaves nothing behind in a name', async () => {
    expect(await readBalance(() => new Response(named('"A\\ud83dB\\ude00C"')))).toMatchObject({
      planName: 'ABC',
    });
  });

  it('D03: a byte order mark before the answer is accepted', async () => {
    expect(await verdictOn(bytesOf(`\xef\xbb\xbf${JSON.stringify(balance())}`))).toBe('read');
  });

  it('D03: a second one is not white space, and refused', async () => {
    expect(await verdictOn(bytesOf(`\xef\xbb\xbf\xef\xbb\xbf${JSON.stringify(balance())}`))).toBe(
      'unreadable',
    );
  });

  it.each(['utf-16le', 'utf-16be', 'utf-8'])(
    'D04: an answer in UTF-16 that claims to be %s is refused',
    async (charset) => {
      const text = JSON.stringify(balance());
      const wide = Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));
      const headers = { 'content-type': `application/json; charset=${charset}` };
      expect(await verdictOn(wide, { headers })).toBe('unreadable');
      expect(await verdictOn(Uint8Array.from([0xff, 0xfe, ...wide]), { headers })).toBe('unreadable');
    },
  );

  it('D04: a name in Latin-1 is refused, not shown with replacement characters', async () => {
    const headers = { 'content-type': 'application/json; charset=iso-8859-1' };
    expect(await verdictOn(bytesOf(named('"Espa\xf1a"')), { headers })).toBe('unreadable');
  });

  it('D12: nesting to a depth of a hundred is read past, deeper is refused before it is parsed', async () => {
    expect(await verdictOn(beside(nested(99)))).toBe('read');
    expect(await verdictOn(beside(nested(100)))).toBe('unreadable');
    expect(await verdictOn(nested(10_000))).toBe('unreadable');
    expect(await verdictOn('['.repeat(500_000))).toBe('unreadable');
    expect(await verdictOn(beside(`${'{"a":'.repeat(10_000)}0${'}'.repeat(10_000)}`))).toBe('unreadable');
  });

  it('D12: brackets within a string are no nesting', async () => {
    expect(await verdictOn(named(JSON.stringify(`\\"${'['.repeat(5000)}`)))).toBe('read');
  });

  it.each(['<!doctype html>', '\n\t <html lang="en">', '<?xml version="1.0"?><a/>', '<'])(
    'C13: "%s" where data was due is a network login, whatever its type and status of 200 say',
    async (page) => {
      expect(await verdictOn(page, { headers: { 'content-type': 'application/json' } })).toBe('intercepted');
      expect(await verdictOn(page, { headers: { 'content-type': 'text/html' } })).toBe('intercepted');
    },
  );

  it('C13: JSON that is called a page is read', async () => {
    expect(await verdictOn(JSON.stringify(balance()), { headers: { 'content-type': 'text/html' } })).toBe(
      'read',
    );
  });
});
