import { Failure } from '../../domain/failure.ts';
import { isLocalHost } from '../../domain/local-host.ts';
import { FieldError } from '../contract.ts';

/** Whether a host is this very computer: localhost, 127.0.0.0/8 or ::1. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** The address where it may be linked, else null: https without credentials, or http on this very computer. */
export function linkUrl(address: string | null, loopback = false): string | null {
  const url = address === null ? null : URL.parse(address);
  if (!url || url.username || url.password) return null;
  const local = loopback && url.protocol === 'http:' && isLoopback(url.hostname);
  return url.protocol === 'https:' || local ? url.href : null;
}

/** The web address that a person typed into `field`. Throws FieldError: no credentials. */
export function webAddress(typed: string | undefined, field: string): URL {
  const text = typed?.trim() ?? '';
  if (text === '') throw new FieldError(field, 'missing');
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new FieldError(field, 'malformed');
  if (url.username || url.password) throw new FieldError(field, 'has-credentials');
  return url;
}

/**
 * The base address that a person typed into `field`, to which paths are added. Throws FieldError: https alone, or
 * http on this very computer; no credentials, no query, no fragment.
 */
export function baseAddress(typed: string | undefined, field: string): URL {
  const url = webAddress(typed, field);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new FieldError(field, 'not-https');
  if (/[?#]/.test(typed ?? '')) throw new FieldError(field, 'malformed');
  return url;
}

/**
 * The origin of a device from its address as it is typed, `192.168.8.1`, or copied from the page of the device.
 * Throws FieldError: plain http alone, in one's own network alone; no credentials.
 */
export function deviceOrigin(typed: string | undefined, field: string): string {
  const text = typed?.trim() ?? '';
  const url = webAddress(text === '' || text.includes('://') ? text : `http://${text}`, field);
  if (!isLocalHost(url.hostname)) throw new FieldError(field, 'not-local');
  if (url.protocol !== 'http:') throw new FieldError(field, 'malformed');
  return url.origin;
}

/**
 * `base` with path segments added, each encoded. Throws Failure `line-gone` for an id that would climb out: empty, `.`
 * or `..`.
 */
export function addressUnder(base: URL, ...segments: string[]): URL {
  if (segments.some((segment) => /^\.{0,2}$/.test(segment)))
    throw new Failure('line-gone', 'an id that no address can hold');
  const path = [base.pathname.replace(/\/+$/, ''), ...segments.map(encoded)].join('/');
  return new URL(path, base);
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
