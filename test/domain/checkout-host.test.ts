import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressVerdict, checkAddress, ownLink } from '../../utils/domain/checkout-host.ts';

const ALLOWED = ['pay.example', 'checkout.example:8443', 'xn--80ak6aa92e.example'];
const REMOTE = { allowLoopbackHttp: false };
const LOCAL = { allowLoopbackHttp: true };

function reason(verdict: AddressVerdict): string {
  return verdict.ok ? 'opened' : verdict.reason;
}

describe('addresses that may open', () => {
  it.each([
    ['https://pay.example/c/8Hq2', 'https://pay.example/c/8Hq2', 'pay.example'],
    ['HTTPS://PAY.Example/c?s=1#top', 'https://pay.example/c?s=1#top', 'pay.example'],
    ['https://pay.example:443', 'https://pay.example/', 'pay.example'],
    ['https://checkout.example:8443/a/../b', 'https://checkout.example:8443/b', 'checkout.example:8443'],
    ['https://pay.example/c?back=https://pay.example/done', undefined, 'pay.example'],
    ['https://pay.example/c?back=https%3A%2F%2Fcheckout.example%3A8443%2F', undefined, 'pay.example'],
    ['https://pay.example/c?time=12:30&path=/a/b', undefined, 'pay.example'],
  ])('%s opens as its own parser writes it', (url, href, host) => {
    expect(checkAddress(url, ALLOWED, REMOTE)).toEqual({ ok: true, href: href ?? url, host });
  });

  it('shows and compares a name in its ASCII form', () => {
    const verdict = checkAddress('https://xn--80ak6aa92e.example/', ALLOWED, REMOTE);
    expect(verdict).toMatchObject({ ok: true, host: 'xn--80ak6aa92e.example' });
  });

  it('opens plain http on this very computer alone, and only where that is allowed', () => {
    const allowed = ['127.0.0.1:4000', 'localhost:4000', '[::1]:4000', 'pay.example'];
    for (const host of ['127.0.0.1:4000', 'localhost:4000', '[::1]:4000']) {
      expect(checkAddress(`http://${host}/c`, allowed, LOCAL)).toMatchObject({ ok: true, host });
      expect(reason(checkAddress(`http://${host}/c`, allowed, REMOTE))).toBe('not-https');
    }
    expect(reason(checkAddress('http://pay.example/', allowed, LOCAL))).toBe('not-https');
    expect(reason(checkAddress('http://localhost.pay.example/', allowed, LOCAL))).toBe('not-https');
    expect(reason(checkAddress('http://127.0.0.1:4001/', allowed, LOCAL))).toBe('host-not-allowed');
  });
});

const RUNS_SOMETHING = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://pay.example',
  ' java\nscript:alert(1)',
  'javascript://pay.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://pay.example/1c',
  'file:///etc/passwd',
  'chrome://settings',
  'about:blank',
  'moz-extension://pay.example/options.html',
  'chrome-extension://pay.example/options.html',
  'view-source:https://pay.example/',
  'filesystem:https://pay.example/t/x',
];

const HOSTILE: [string, string][] = [
  ['https://pay.example@evil.example/', 'has-credentials'],
  ['https://pay.example:x@evil.example/', 'has-credentials'],
  ['https://user@pay.example/', 'has-credentials'],
  ['https://@pay.example/', 'has-credentials'],
  ['https://evil.example\\@pay.example/', 'malformed'],
  ['https://pay.example\\.evil.example/', 'malformed'],
  ['https:\\\\pay.example/', 'malformed'],
  ['https://pay%2eexample/', 'malformed'],
  ['https://pay.example%2f.evil.example/', 'malformed'],
  ['https://%70ay.example/', 'malformed'],
  ['https://pay.exa\tmple/', 'malformed'],
  ['https://pay.exa\nmple/', 'malformed'],
  ['https://pay.example/\u0000', 'malformed'],
  ['\thttps://pay.example/', 'malformed'],
  ['https://pay.example /', 'malformed'],
  ['https://pay.example./', 'malformed'],
  ['https://pay..example/', 'malformed'],
  ['https://pay.example:/', 'malformed'],
  ['https://pay.example:0443/', 'malformed'],
  ['https:pay.example', 'malformed'],
  ['https:/pay.example/', 'malformed'],
  ['https:///pay.example/', 'malformed'],
  ['//pay.example/', 'malformed'],
  ['pay.example', 'malformed'],
  ['', 'malformed'],
  ['https://', 'malformed'],
  ['https://pay。example/', 'malformed'],
  ['https://pаy.example/', 'malformed'],
  ['https://pay.exam\u00adple/', 'malformed'],
  ['https://pay.example\u202e/', 'malformed'],
  ['https://ｐａｙ.example/', 'malformed'],
  ['https://[::1/', 'malformed'],
  ['https://0x7f.1/', 'malformed'],
  ['http://pay.example/', 'not-https'],
  ['ftp://pay.example/', 'not-https'],
  ['wss://pay.example/', 'not-https'],
  ['mailto:pay@pay.example', 'not-https'],
  ['https://pay.example:8443/', 'host-not-allowed'],
  ['https://checkout.example/', 'host-not-allowed'],
  ['https://pay.example.evil.example/', 'host-not-allowed'],
  ['https://evil-pay.example/', 'host-not-allowed'],
  ['https://sub.pay.example/', 'host-not-allowed'],
  ['https://example/', 'host-not-allowed'],
  ['https://evil.example/pay.example', 'host-not-allowed'],
  ['https://evil.example?https://pay.example', 'host-not-allowed'],
  ['https://evil.example#@pay.example', 'host-not-allowed'],
  ['https://xn--py-7kc.example/', 'host-not-allowed'],
  ['https://127.0.0.1/', 'host-not-allowed'],
];

describe('addresses that must not open', () => {
  it.each(RUNS_SOMETHING)('H01: %j is refused as something that runs', (url) => {
    expect(reason(checkAddress(url, ['pay.example', ''], LOCAL))).toBe('script');
    expect(reason(ownLink(url))).toBe('script');
  });

  it.each(HOSTILE)('H02: %j is refused as %s', (url, expected) => {
    expect(reason(checkAddress(url, ALLOWED, REMOTE))).toBe(expected);
  });

  it('H02: an address of endless length is refused', () => {
    expect(reason(checkAddress(`https://pay.example/${'a'.repeat(5000)}`, ALLOWED, REMOTE))).toBe(
      'malformed',
    );
  });

  it('H02: holds a corpus of at least 31 hostile addresses', () => {
    expect(new Set([...RUNS_SOMETHING, ...HOSTILE.map(([url]) => url)]).size).toBeGreaterThanOrEqual(31);
  });

  it('H04: a look-alike name is refused and shown in its ASCII form', () => {
    expect(checkAddress('https://pаy.example/', ALLOWED, REMOTE)).toEqual({
      ok: false,
      reason: 'malformed',
      host: 'xn--py-7kc.example',
    });
    expect(checkAddress('https://xn--py-7kc.example/', ALLOWED, REMOTE)).toMatchObject({
      reason: 'host-not-allowed',
      host: 'xn--py-7kc.example',
    });
  });

  it('H05: http is refused even for a host that is allowed, and the list has no say in it', () => {
    for (const allowed of [['pay.example'], ['http://pay.example'], ['pay.example:80']]) {
      expect(reason(checkAddress('http://pay.example/', allowed, LOCAL))).toBe('not-https');
    }
  });

  it.each(['*.pay.example', '.pay.example', 'example', 'https://pay.example', 'pay.example/', '*', ''])(
    'takes the entry %j for no wildcard',
    (entry) => {
      expect(reason(checkAddress('https://sub.pay.example/', [entry], REMOTE))).toBe('host-not-allowed');
    },
  );

  it.each([
    'https://pay.example/go?next=https://evil.example/',
    'https://pay.example/go?next=https%3A%2F%2Fevil.example',
    'https://pay.example/go?next=https%253A%252F%252Fevil.example',
    'https://pay.example/go?next=//evil.example',
    'https://pay.example/go?next=/%5Cevil.example',
    'https://pay.example/go?next=https:evil.example',
    'https://pay.example/go?next=%09https://evil.example',
    'https://pay.example/go?https://evil.example',
    'https://pay.example/go#https://evil.example',
    'https://pay.example/go#a=1&u=https://pay.example@evil.example/',
    'https://pay.example/go?next=https://pay.example:444/',
  ])('H06: an allowed host is not opened with another address to follow: %s', (url) => {
    const verdict = checkAddress(url, ALLOWED, REMOTE);
    expect(verdict).toMatchObject({ ok: false, reason: 'host-not-allowed' });
    expect(reason(ownLink(url))).toBe('host-not-allowed');
    if (!verdict.ok) expect(verdict.host).toMatch(/^(evil\.example|pay\.example:444)$/);
  });

  it('H06: an address that runs something is refused inside another one too', () => {
    expect(reason(checkAddress('https://pay.example/?u=java%0Ascript:alert(1)', ALLOWED, REMOTE))).toBe(
      'script',
    );
  });
});

describe('a top-up link of the person’s own', () => {
  it('passes over https and gives the host to remember', () => {
    expect(ownLink(' https://Carrier.example:8443/topup ')).toEqual({
      ok: true,
      href: 'https://carrier.example:8443/topup',
      host: 'carrier.example:8443',
    });
  });

  it('is refused over http, even on this computer', () => {
    expect(reason(ownLink('http://carrier.example/'))).toBe('not-https');
    expect(reason(ownLink('http://127.0.0.1:4000/'))).toBe('not-https');
  });
});

describe('whatever is handed over', () => {
  const nasty = fc.constantFrom(
    '@',
    '\\',
    '%2e',
    '%00',
    '\t',
    '\n',
    '.',
    ':',
    '/',
    '//',
    '#',
    '?',
    '。',
    'а',
    '\u00ad',
  );
  const good = fc.webUrl({ validSchemes: ['https'], withFragments: true, withQueryParameters: true });
  const hostile = fc
    .tuple(fc.oneof(good, fc.constant('https://pay.example/c?x=1')), fc.array(fc.tuple(fc.nat(40), nasty)))
    .map(([url, edits]) =>
      edits.reduce((text, [at, edit]) => text.slice(0, at) + edit + text.slice(at), url),
    );

  it('H02: what opens is https, on exactly an allowed host, without user info, and reads back the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), good, hostile), (url) => {
        const verdict = checkAddress(url, ALLOWED, REMOTE);
        if (!verdict.ok) return;
        const opened = new URL(verdict.href);
        expect(opened.href).toBe(verdict.href);
        expect(opened.protocol).toBe('https:');
        expect(opened.username + opened.password).toBe('');
        expect(ALLOWED).toContain(opened.host);
        expect(verdict.host).toBe(opened.host);
      }),
      { seed: 31, numRuns: 5000 },
    );
  });

  it('H02: an edited address never opens unless it was written with that very host', () => {
    fc.assert(
      fc.property(hostile, (url) => {
        if (checkAddress(url, ALLOWED, REMOTE).ok) {
          expect(url.toLowerCase()).toMatch(/^https:\/\/(pay\.example|checkout\.example:8443)([/?#]|:443|$)/);
        }
      }),
      { seed: 32, numRuns: 5000 },
    );
  });
});
