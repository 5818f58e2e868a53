import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from './case-format.ts';

export interface RecordedFetch {
  fetch: typeof fetch;
  /** every request, in order */
  asked: { method: string; url: URL }[];
  /** requests that no exchange was recorded for */
  unmatched: string[];
}

/** A network that answers with the recorded exchanges alone. `waitForever` stands for a carrier that never answers. */
export function recordedFetch(
  exchanges: readonly Exchange[],
  waitForever: () => Promise<never>,
): RecordedFetch {
  const unmatched: string[] = [];
  const asked: RecordedFetch['asked'] = [];
  const next = servedBy(exchanges);
  const answer: typeof fetch = async (input, init) => {
    const request = new Request(input, { ...init, signal: null, redirect: 'manual' });
    const sent = { method: request.method, url: new URL(request.url), body: await request.text() };
    asked.push({ method: sent.method, url: sent.url });
    const found = exchanges[next(sent)];
    if (!found) {
      unmatched.push(`${sent.method} ${sent.url.pathname}${sent.url.search}`);
      throw new TypeError('no exchange was recorded for this request');
    }
    return responseOf(found.response, waitForever);
  };
  return { fetch: answer, asked, unmatched };
}

/** Which exchange serves a request, in their order and as often as each may; -1 = none. */
export function servedBy(exchanges: readonly Exchange[]): (sent: Sent) => number {
  const left = exchanges.map(({ times }) => times ?? Number.POSITIVE_INFINITY);
  return (sent) => {
    const at = exchanges.findIndex(({ request }, index) => (left[index] ?? 0) > 0 && fits(request, sent));
    if (at >= 0) left[at] = (left[at] ?? 0) - 1;
    return at;
  };
}

export interface Sent {
  method: string;
  url: URL;
  body: string;
}

function fits(wanted: Exchange['request'], sent: Sent): boolean {
  const { pathname } = new URL(wanted.path, sent.url);
  if (wanted.method !== sent.method || pathname !== sent.url.pathname) return false;
  if (wanted.query && !holds(Object.fromEntries(sent.url.searchParams), wanted.query)) return false;
  if (wanted.form && !holds(Object.fromEntries(new URLSearchParams(sent.body)), wanted.form)) return false;
  return wanted.json === undefined || holds(jsonOrNull(sent.body), wanted.json);
}

/** Whether everything that `part` names is in `whole`; lists have to be of one length. */
export function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) && whole.length === part.length && part.every((item, at) => holds(whole[at], item))
    );
  }
  if (typeof part !== 'object' || part === null) return isDeepStrictEqual(whole, part);
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false;
  const fields = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => fields.has(name) && holds(fields.get(name), value));
}

async function responseOf(
  recorded: Exchange['response'],
  waitForever: () => Promise<never>,
): Promise<Response> {
  if ('error' in recorded) {
    if (recorded.error === 'timeout') return waitForever();
    throw new TypeError('fetch failed');
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(recorded.headers ?? {})) {
    for (const one of [value].flat()) headers.append(name, one);
  }
  const body = recorded.bodyText ?? (recorded.body === undefined ? null : JSON.stringify(recorded.body));
  const isBodyless = recorded.status === 204 || recorded.status === 205 || recorded.status === 304;
  return new Response(isBodyless ? null : body, { status: recorded.status, headers });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
