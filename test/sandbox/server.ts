import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Clock } from './clock.ts';
import { send } from './exchange.ts';
import { meetFault } from './fault-wire.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './log.ts';
import { Problem } from './problems.ts';
import { problemReply, type Reply } from './reply.ts';
import { findRoute, type Route, type SandboxRequest } from './router.ts';

const BODY_LIMIT = 64 * 1024;

export interface ListenerOptions {
  port: number;
  /** https with this key and certificate, both in PEM; absent = http */
  tls?: { key: string; cert: string };
  /** What is served under that `host[:port]`, on that port. Throws Problem for a name that is not served here. */
  routesOf: (host: string, port: number) => readonly Route[];
  clock: Clock;
  log: RequestLog;
  faults: Faults;
  /** where a redirect to another origin leads */
  otherOrigin: string;
  /** what paths begin with that are neither logged nor bent by faults */
  aside?: string;
  /** runs before each handler: brings the carrier to the present */
  tick: () => void;
  tell: (line: string) => void;
}

export interface Listener {
  url: string;
  host: string;
  port: number;
  close(): Promise<void>;
}

/** Serves these routes to whoever asks for the loopback address itself. */
export function underLoopback(routes: readonly Route[]): ListenerOptions['routesOf'] {
  return (host, port) => {
    // a name that merely resolves to this computer is refused, so that no page of the web can rebind to it
    if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) throw new Problem('wrong-host', host);
    return routes;
  };
}

/** Listens on the loopback address alone. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const onRequest: http.RequestListener = (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      if (!response.destroyed && !response.headersSent) options.tell(`defect: ${String(error)}`);
      response.destroy();
    });
  };
  const server = options.tls ? https.createServer(options.tls, onRequest) : http.createServer(onRequest);
  // the client's own deadline is what is tested, so ours must not come first
  server.requestTimeout = 0;
  server.timeout = 0;
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    url: `${schemeOf(options)}://${host}`,
    host,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  options: ListenerOptions,
  message: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const { clock, faults } = options;
  const method = message.method ?? 'GET';
  const path = (message.url ?? '/').split('?')[0] ?? '/';
  const aside = options.aside !== undefined && path.startsWith(options.aside);
  const fault = aside ? null : faults.take(method, path, clock.now());
  const entry = aside ? null : options.log.begin(message, response, fault);
  const closed = new AbortController();
  response.once('close', () => closed.abort());
  const body = await readBody(message);
  if (entry !== null) options.log.complete(entry, message, body ?? '');
  const produce = async () => {
    const origin = `${schemeOf(options)}://${message.headers.host ?? ''}`;
    try {
      if (body === null) throw new Problem('too-large');
      return await handle(options, { method, path, origin, fault, body }, message);
    } catch (error) {
      return errorReply(error, origin, options.tell);
    }
  };
  const { signal } = closed;
  const removal = fault === null ? Promise.resolve() : faults.removal(fault);
  const { otherOrigin } = options;
  const exchange = { response, path, signal, produce, otherOrigin, removal, now: clock.now() };
  if (aside) send(exchange, await produce());
  else await meetFault(fault, exchange);
}

async function handle(
  options: ListenerOptions,
  known: Pick<SandboxRequest, 'method' | 'path' | 'origin' | 'fault' | 'body'>,
  message: http.IncomingMessage,
): Promise<Reply> {
  const { port } = message.socket.address() as AddressInfo;
  const routes = options.routesOf(message.headers.host ?? '', port);
  const { route, params } = findRoute(routes, known.method, known.path);
  options.tick();
  const query = new URLSearchParams(message.url?.split(/\?(.*)/s)[1] ?? '');
  return route.handle({ ...known, query, params, headers: message.headers });
}

function schemeOf({ tls }: ListenerOptions): string {
  return tls ? 'https' : 'http';
}

function errorReply(error: unknown, origin: string, tell: (line: string) => void): Reply {
  if (error instanceof Problem) return problemReply(error, origin);
  tell(`defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return problemReply(new Problem('defect'), origin);
}

/** The whole body, or null when it is larger than any honest request. */
async function readBody(message: http.IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size <= BODY_LIMIT) chunks.push(chunk as Buffer);
  }
  return size > BODY_LIMIT ? null : Buffer.concat(chunks).toString('utf8');
}
