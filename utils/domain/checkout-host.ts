import { embeddedAddress } from './embedded-address.ts';

export type AddressProblem = 'not-https' | 'malformed' | 'has-credentials' | 'script' | 'host-not-allowed';

export type AddressVerdict =
  /** `href` is the address as re-serialised, the only form that may be opened; `host` with its port, if any */
  { ok: true; href: string; host: string } | { ok: false; reason: AddressProblem; host: string | null };

export interface AddressOptions {
  /** http to 127.0.0.1, [::1] and localhost passes: for a carrier on this very computer */
  allowLoopbackHttp: boolean;
}

const LONGEST = 4096;
/** Schemes that run something, read this computer or belong to the browser itself. */
const RUNS =
  /^(?:javascript|vbscript|livescript|data|blob|file|filesystem|about|chrome|edge|resource|view-source|jar|[a-z-]+-extension|chrome-[a-z]+|intent|mhtml):/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

function refused(reason: AddressProblem, host: string | null = null): AddressVerdict {
  return { ok: false, reason, host };
}

/** Whitespace, controls and backslashes: parsers disagree on them, so no honest address has one. */
function hasTrickyCharacter(url: string): boolean {
  return /[\s\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(url);
}

/** The authority exactly as written, `host[:port]` without the default port; null = not written plainly. */
function writtenHost(url: string): string | null {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;
  const plain = /^https:/i.test(url) ? authority?.replace(/:443$/, '') : authority?.replace(/:80$/, '');
  return plain ?? null;
}

/** Everything but the question which host it is. */
function wellFormed(url: string, options: AddressOptions): { parsed: URL } | AddressVerdict {
  if (RUNS.test(url.replace(/[\s\p{Cc}\p{Cf}]/gu, ''))) return refused('script');
  if (url.length > LONGEST || hasTrickyCharacter(url) || !URL.canParse(url)) return refused('malformed');
  const parsed = new URL(url);
  const loopback = options.allowLoopbackHttp && LOOPBACK.test(parsed.hostname);
  if (parsed.protocol !== 'https:' && !(loopback && parsed.protocol === 'http:')) {
    return refused('not-https', parsed.host || null);
  }
  if (/^https?:\/*[^/?#]*@/i.test(url)) return refused('has-credentials', parsed.host);
  const dotted = parsed.hostname.split('.').includes('');
  if (dotted || writtenHost(url) !== parsed.host) return refused('malformed', parsed.host);
  return { parsed };
}

/**
 * May this address be opened? Its host must equal one of `allowed` (`pay.example`, `pay.example:8443`) character
 * for character, and an address inside its query or fragment must do so too, so that no open redirect of an
 * allowed host leads elsewhere. Hosts are compared and handed back in ASCII; one written otherwise is refused.
 */
export function checkAddress(
  url: string,
  allowed: readonly string[],
  options: AddressOptions,
): AddressVerdict {
  const checked = wellFormed(url, options);
  if (!('parsed' in checked)) return checked;
  const { host, href } = checked.parsed;
  const hosts = new Set(allowed.map((entry) => entry.toLowerCase().replace(/:443$/, '')));
  if (!hosts.has(host)) return refused('host-not-allowed', host);
  const inner = embeddedAddress(checked.parsed);
  if (inner === 'script') return refused('script', host);
  if (inner && !inner.hosts.every((other) => hosts.has(other))) {
    return refused('host-not-allowed', inner.hosts.find((other) => !hosts.has(other)) ?? null);
  }
  return { ok: true, href, host };
}

/** The person's own top-up link: https alone, and nothing in it leads to another host than its own. */
export function ownLink(url: string): AddressVerdict {
  const text = url.trim();
  const checked = wellFormed(text, { allowLoopbackHttp: false });
  if (!('parsed' in checked)) return checked;
  return checkAddress(text, [checked.parsed.host], { allowLoopbackHttp: false });
}
