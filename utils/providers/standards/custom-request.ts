import { FieldError, type HttpRequest, type ProviderLine } from '../contract.ts';
import { isLoopback, webAddress } from './addresses.ts';
import type { Mapping } from './mapping.ts';

const HEADER = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*([\x20-\x7e]+)$/;
const PAIRS = /^[^=&\s]+=[^&\s]*(?:&[^=&\s]+=[^&\s]*)*$/;

/** Header values of a line by name, as they were typed, one to a line. Throws FieldError. */
export function typedHeaders(text: string | undefined): Record<string, string> {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  const pairs = lines.filter(Boolean).map((line) => {
    const [, name = '', value = ''] = HEADER.exec(line) ?? [];
    if (name === '') throw new FieldError('headers', 'malformed');
    return [name.toLowerCase(), value.trim()] as const;
  });
  return Object.fromEntries(pairs);
}

/** The one request of a line of one's own endpoint. Throws FieldError. */
export function customRequest(
  line: ProviderLine,
  plain: Mapping['headers'] = {},
): HttpRequest & { url: string } {
  const url = addressOf(line);
  const told = Object.entries(plain).map(([name, value]) => `${name}: ${value}`);
  const headers = {
    accept: 'application/json',
    ...typedHeaders(told.join('\n')),
    ...typedHeaders(line.headers),
  };
  const method = line.method?.trim() === 'POST' ? 'POST' : 'GET';
  const body = method === 'POST' ? bodyOf(line.body?.trim() ?? '') : {};
  return { method, url: url.href, headers, ...body };
}

function addressOf(line: ProviderLine): URL {
  const url = webAddress(line.url, 'url');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new FieldError('url', 'not-https');
  url.hash = '';
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
