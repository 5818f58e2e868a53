import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import { admit } from '../../utils/platform/http-admit.ts';
import { decodeText } from '../../utils/platform/http-body.ts';
import { parseJson } from '../../utils/platform/http-json.ts';
import { statusFailure } from '../../utils/platform/http-status.ts';
import type { CarriedProvider, Http, HttpAnswer, HttpRequest } from '../../utils/providers/contract.ts';
import { providerById } from '../../utils/providers/registry.ts';
import type { Exchange, RecordedCase } from './case-format.ts';
import { loadCases } from './cases.ts';
import { servedBy } from './recorded-fetch.ts';
import { contextFor } from './replay.ts';

/* Recorded cases with one answer tampered with, without the weight of a network: the body is judged as the host does. */

/** Bytes as they arrive, or what they were already parsed to. */
export type Body = Uint8Array | { value: unknown };

/** An answer of a recorded case that is read. */
export interface Told {
  file: string;
  recorded: RecordedCase;
  /** which of its exchanges */
  at: number;
  /** what it answers, parsed; undefined where it is no JSON */
  value: unknown;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Every answer that is read in the cases of a provider below `folder`, those that become a reading first. */
export function toldIn(folder: string, providerId: string): Told[] {
  const cases = loadCases(folder).filter(({ recorded }) => recorded.provider === providerId);
  const told = cases.flatMap(({ file, recorded }) =>
    recorded.exchanges.flatMap(({ response }, at) => {
      if ('error' in response || response.status >= 300) return [];
      const bytes = bodyOf(response);
      return bytes.length === 0 ? [] : [{ file, recorded, at, value: jsonIn(bytes), bytes }];
    }),
  );
  return told.toSorted(
    (a, b) => Number('reading' in b.recorded.expect) - Number('reading' in a.recorded.expect),
  );
}

/** The case read with `body` for its exchange `at`; `onAsked` is told each address. Throws what is no Failure. */
export async function readTampered(
  { recorded, at }: Told,
  body: Body,
  onAsked: (address: string) => void,
): Promise<Reading | Failure> {
  const provider = providerOf(recorded);
  const http = httpOf(recorded, at, body);
  const request: Http['request'] = async (asked) => {
    const { href } = admit(asked, provider, recorded.line, provider.origins(recorded.line));
    onAsked(href);
    return http.request(asked);
  };
  const context = contextFor({ request }, recorded.now);
  try {
    return await provider.read(recorded.line, context);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** What the person filled in as secrets, where it is too long to stand in a sentence by chance. */
export function secretsOf(recorded: RecordedCase): string[] {
  const names = providerOf(recorded).fields.filter(({ secret }) => secret);
  return names.flatMap(({ name }) => recorded.line[name] ?? []).filter(({ length }) => length > 7);
}

function providerOf(recorded: RecordedCase): CarriedProvider {
  const provider = providerById(recorded.provider);
  if (!provider) throw new Error(`no provider "${recorded.provider}"`);
  return provider;
}

function httpOf({ exchanges, now }: RecordedCase, at: number, body: Body): Http {
  const next = servedBy(exchanges);
  return {
    request: async (request) => {
      const index = next(sentBy(request));
      const response = exchanges[index]?.response;
      if (!response || 'error' in response) throw new Failure('offline', 'no answer');
      if (response.status >= 300 && response.status < 400) throw new Failure('intercepted', 'a redirect');
      const headers = new Headers();
      if (response.status >= 400 && !request.readsErrors)
        throw statusFailure(response.status, headers, toMs(now));
      return answerOf(response.status, index === at ? body : bodyOf(response), toMs(now));
    },
  };
}

function answerOf(status: number, body: Body, now: number): HttpAnswer {
  const text = () => (body instanceof Uint8Array ? decodeText(body) : JSON.stringify(body.value));
  return {
    status,
    header: () => null,
    freshUntil: () => null,
    text,
    json: () => (body instanceof Uint8Array ? parseJson(text()) : body.value),
    failure: () => statusFailure(status, new Headers(), now),
  };
}

function sentBy({ method = 'GET', url, json, form }: HttpRequest) {
  const body = form ? new URLSearchParams(form).toString() : json === undefined ? '' : JSON.stringify(json);
  return { method, url: new URL(url), body };
}

function bodyOf(response: Exchange['response']): Uint8Array<ArrayBuffer> {
  const text = 'error' in response ? '' : (response.bodyText ?? JSON.stringify(response.body) ?? '');
  return new TextEncoder().encode(text);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes));
  } catch {
    return undefined;
  }
}
