import { Failure } from '../domain/failure.ts';
import { isLocalHost } from '../domain/local-host.ts';
import type { CarriedProvider, HttpRequest, ProviderLine } from '../providers/contract.ts';

/** Shorter ones occur in addresses by chance; they are only looked for as a whole segment or value. */
const TELLING_LENGTH = 8;

/**
 * The address of a request that may be sent: within the line's origins, without credentials, without any secret
 * of the line. Throws Failure, and then nothing is sent.
 */
export function admit(
  request: HttpRequest,
  provider: CarriedProvider,
  line: ProviderLine,
  origins: readonly string[],
): URL {
  const url = URL.parse(request.url);
  if (!url || url.username || url.password)
    throw new Failure('unreadable', 'an address that cannot be asked');
  if (!origins.includes(url.origin)) throw new Failure('intercepted', 'outside the origins of the line');
  if (url.protocol !== 'https:' && !isLocalHost(url.hostname))
    throw new Failure('unreadable', 'unencrypted, and not within the own network');
  const secrets = secretsOf(provider, line);
  if (secrets.some((secret) => occursIn(url, secret)))
    throw new Failure('unreadable', 'a secret in the address');
  if (request.cookies && !provider.cookies) throw new Failure('unreadable', 'cookies that are not declared');
  if (request.followsOwnOrigin && carriesAny(request, secrets)) {
    throw new Failure('unreadable', 'a secret that a redirect could carry off');
  }
  return url;
}

function secretsOf(provider: CarriedProvider, line: ProviderLine): string[] {
  const names = provider.fields.filter((field) => field.secret).map((field) => field.name);
  return names.map((name) => line[name]?.trim() ?? '').filter((value) => value !== '');
}

function occursIn(url: URL, secret: string): boolean {
  const parts = [
    ...url.pathname.split('/').map(decoded),
    ...url.searchParams.keys(),
    ...url.searchParams.values(),
  ];
  if (parts.includes(secret)) return true;
  if (secret.length < TELLING_LENGTH) return false;
  const written = url.href.slice(url.origin.length);
  return [written, decoded(written), ...parts].some((text) => text.includes(secret));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function carriesAny(request: HttpRequest, secrets: readonly string[]): boolean {
  const sent = JSON.stringify([{ ...request.headers, accept: undefined }, request.json, request.form]);
  // The browser gives the cookies of one site to no other, wherever a request for a page is led.
  const posts = request.cookies === true && (request.method ?? 'GET') !== 'GET';
  return posts || secrets.some((secret) => sent.includes(JSON.stringify(secret).slice(1, -1)));
}
