import { decodings } from '../../domain/embedded-address.ts';
import { secretForms } from '../../domain/secret-forms.ts';
import { FieldError, type HttpRequest, type ProviderLine } from '../contract.ts';
import { isLoopback, webAddress } from './addresses.ts';
import type { Mapping } from './mapping.ts';

const HEADER = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*([\x20-\x7e]+)$/;
/** The browser sets these itself, and drops what anybody else says. */
const FORBIDDEN =
  /^(?:cookie2?|host|origin|referer|content-length|connection|te|upgrade|via|date|dnt|expect|keep-alive|trailer|transfer-encoding|accept-(?:charset|encoding)|(?:proxy|sec|access-control)-.*)$/i;
/** Names under which addresses carry keys. */
const KEY_NAME =
  /(?:^|[_.-])(?:api[_-]?key|key|token|secret|password|passwd|pwd|auth|signature|sig|session(?:[_-]?id)?)$/i;
const PAIRS = /^[^=&\s]+=[^&\s]*(?:&[^=&\s]+=[^&\s]*)*$/;

/** Header values of a line by name, as they were typed, one to a line. Throws FieldError. */
export function typedHeaders(text: string | undefined): Record<string, string> {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  const pairs = lines.filter(Boolean).map((line) => {
    const [, name = '', value = ''] = HEADER.exec(line) ?? [];
    if (name === '') throw new FieldError('headers', 'malformed');
    if (FORBIDDEN.test(name)) throw new FieldError('headers', 'forbidden-header');
    return [name.toLowerCase(), value.trim()] as const;
  });
  return Object.fromEntries(pairs);
}

/** The one request of a line of one's own endpoint. Throws FieldError. */
export function customRequest(
  line: ProviderLine,
  plain: Mapping['headers'] = {},
): HttpRequest & { url: string } {
  const secrets = typedHeaders(line.headers);
  const url = addressOf(line, Object.values(secrets));
  const told = Object.entries(plain).map(([name, value]) => `${name}: ${value}`);
  const headers = { accept: 'application/json', ...typedHeaders(told.join('\n')), ...secrets };
  const method = line.method?.trim() === 'POST' ? 'POST' : 'GET';
  const body = method === 'POST' ? bodyOf(line.body?.trim() ?? '') : {};
  return { method, url: url.href, headers, ...body };
}

function addressOf(line: ProviderLine, secrets: readonly string[]): URL {
  const url = webAddress(line.url, 'url');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new FieldError('url', 'not-https');
  url.hash = '';
  const named = [...url.searchParams].some(([name, value]) => value !== '' && KEY_NAME.test(name));
  const written = decodings(url.href).map((text) => text.toLowerCase());
  const repeated = secretForms(secrets).some((form) =>
    written.some((text) => text.includes(form.toLowerCase())),
  );
  if (named || repeated) throw new FieldError('url', 'secret-in-address');
  return url;
}

/** JSON, or pairs as a form sends them. Throws FieldError for anything else. */
function bodyOf(text: string): Pick<HttpRequest, 'json' | 'form'> {
  if (text === '') return {};
  if (PAIRS.test(text)) return { form: Object.fromEntries(new URLSearchParams(text)) };
  try {
    return { json: JSON.parse(text) };
  } catch {
    throw new FieldError('body', 'malformed');
  }
}
