import http from 'node:http';
import https from 'node:https';
import { Failure } from '../../../utils/domain/failure.ts';
import { toMs } from '../../../utils/domain/instant.ts';
import type { Reading } from '../../../utils/domain/reading.ts';
import { createHttpHost } from '../../../utils/platform/http.ts';
import type { ReadContext } from '../../../utils/providers/contract.ts';
import { providerById } from '../../../utils/providers/registry.ts';
import { contextFor } from '../../support/replay.ts';
import type { Sandbox } from '../sandbox-types.ts';
import type { LineId } from '../vocabulary.ts';
import type { Dialects } from './serve.ts';

/* How a test asks a dialect: over the wire, under the carrier's own names, with the extension's own provider. */

export function dialectsOf({ dialects }: Sandbox): Dialects {
  if (dialects === null) throw new Error('this sandbox speaks no dialects');
  return dialects;
}

/**
 * A `fetch` for which the served names lead to the sandbox, and no others exist. It follows no redirect, keeps the
 * cookies of each host for requests that include them, and gives a Referer to the origins in `referers` and a Cookie to
 * those in `cookies`.
 */
export function fetchFrom(
  sandbox: Sandbox,
  referers: ReadonlySet<string> = new Set(),
  cookies: ReadonlyMap<string, string> = new Map(),
): typeof fetch {
  const jar = new Map<string, string>();
  const { hosts, port, plainPort, certificate } = dialectsOf(sandbox);
  return async (input, init = {}) => {
    const url = new URL(String(input));
    const secure = url.protocol === 'https:';
    if (secure && !hosts.includes(url.hostname)) throw new TypeError('no such name');
    const own = init.credentials === 'include' ? jar.get(url.host) : undefined;
    const cookie = cookies.get(url.origin) ?? own;
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      ...(cookie && { cookie }),
      ...(referers.has(url.origin) && { referer: `${url.origin}/` }),
      host: url.host,
    };
    const sending = { method: init.method ?? 'GET', headers, agent: false, path: url.pathname + url.search };
    const where = { host: '127.0.0.1', port: secure ? port : Number(url.port) || plainPort };
    const trust = { servername: url.hostname, ca: certificate.cert };
    const request = secure
      ? https.request({ ...sending, ...where, ...trust })
      : http.request({ ...sending, ...where });
    const answer = await answerTo(request, typeof init.body === 'string' ? init.body : '');
    const [kept] = answer.headers.get('set-cookie')?.split(';') ?? [];
    if (kept && init.credentials === 'include') jar.set(url.host, kept);
    return answer;
  };
}

async function answerTo(request: http.ClientRequest, body: string): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  request.once('response', resolve);
  request.once('error', () => reject(new TypeError('no connection')));
  request.end(body);
  const message = await promise;
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = Object.entries(message.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const { statusCode: status = 0 } = message;
  return new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers });
}

export interface Asking {
  /** changes to what a person types */
  typed?: Record<string, string>;
  /** kept from an earlier poll */
  memory?: ReadContext['memory'];
  /** the instant of the poll; now unless told */
  now?: string;
}

/** What the provider makes of a line of the sandbox: a reading, or the failure in its place. */
export async function readDialect(
  sandbox: Sandbox,
  id: string,
  lineId: LineId,
  { typed = {}, memory, now }: Asking = {},
): Promise<Reading | Failure> {
  const provider = providerById(id);
  if (!provider) throw new Error(`no provider ${id}`);
  const instant = now ?? (await sandbox.control.state()).now;
  const line = { ...dialectsOf(sandbox).fields(id, lineId), ...typed };
  const clock = { now: () => toMs(instant) };
  const referers = new Set<string>();
  const cookies = new Map<string, string>();
  const host = createHttpHost({
    fetch: fetchFrom(sandbox, referers, cookies),
    hasPermission: async () => true,
    giveHeader: async (origin, header, value) =>
      void (header === 'cookie' ? cookies.set(origin, value) : referers.add(origin)),
    clock,
  });
  const { http } = host.run(provider, line, { origins: provider.origins(line), etags: {} });
  const context = contextFor(http, instant);
  return provider.read(line, { ...context, ...(memory && { memory }) }).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

/** As `readDialect`, where a failure is not what was waited for. */
export async function readingOf(
  sandbox: Sandbox,
  id: string,
  lineId: LineId,
  asking: Asking = {},
): Promise<Reading> {
  const read = await readDialect(sandbox, id, lineId, asking);
  if (read instanceof Failure) throw read;
  return read;
}
