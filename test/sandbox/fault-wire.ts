import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { type Exchange, httpDate, send } from './exchange.ts';
import type { Fault } from './fault-types.ts';
import { cutByServer } from './log.ts';
import { PROBLEMS, type Problem } from './problems.ts';
import { problemBody, type Reply, redirect } from './reply.ts';

const MIB = 1024 * 1024;
const LOGIN_PAGE = `<!doctype html><html lang="en"><title>Network sign-in</title>
<h1>Welcome to the guest network</h1><form action="/login"><button>Accept and continue</button></form></html>`;

/** Answers as the fault wants it; faults that the handler plays itself pass through. */
export async function meetFault(fault: Fault | null, exchange: Exchange): Promise<void> {
  switch (fault?.kind) {
    case 'silence':
      return;
    case 'held':
      await exchange.removal;
      return send(exchange, await exchange.produce());
    case 'latency':
      await wait(fault.ms, undefined, { signal: exchange.signal });
      return send(exchange, await exchange.produce());
    case 'status':
    case 'redirect':
    case 'html':
    case 'body':
      return send(exchange, replyInstead(fault, exchange));
    case 'gzip-bomb':
    case 'huge':
      return flood(fault, exchange);
    case 'broken-json': {
      const reply = await exchange.produce();
      return send(exchange, { ...reply, body: `${halfOf(reply.body)},]` });
    }
    case 'stalled-body':
    case 'truncated':
    case 'reset':
    case 'drip':
      return cutShort(fault, exchange, await exchange.produce());
    default:
      return send(exchange, await exchange.produce());
  }
}

function replyInstead(
  fault: Extract<Fault, { kind: 'status' | 'redirect' | 'html' | 'body' }>,
  { otherOrigin, path, now }: Exchange,
): Reply {
  switch (fault.kind) {
    case 'status':
      return statusReply(fault, now);
    case 'redirect': {
      const places: Record<string, string> = {
        'other-origin': `${otherOrigin}${path}`,
        'same-origin': `${path}?redirected=1`,
      };
      return redirect(places[fault.to] ?? fault.to, fault.status ?? 302);
    }
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: LOGIN_PAGE };
    case 'body': {
      const type = fault.contentType ?? 'application/json';
      return { status: fault.status ?? 200, headers: { 'content-type': type }, body: fault.body };
    }
  }
}

function statusReply(fault: Extract<Fault, { kind: 'status' }>, now: number): Reply {
  const headers: Record<string, string> = {};
  if (fault.status === 401) headers['www-authenticate'] = 'Bearer realm="sandbox", error="invalid_token"';
  if (fault.retryAfter !== undefined) {
    const seconds = Number(fault.retryAfter);
    headers['retry-after'] = fault.asDate ? httpDate(now + seconds * 1000) : String(fault.retryAfter);
  }
  const [, title] = PROBLEMS['fault-injected' satisfies Problem['problem']];
  return problemBody(fault.status, { type: 'about:blank', title, status: fault.status }, headers);
}

async function cutShort(
  fault: Extract<Fault, { kind: 'stalled-body' | 'truncated' | 'reset' | 'drip' }>,
  { response, signal, now }: Exchange,
  reply: Reply,
): Promise<void> {
  const length = String(Buffer.byteLength(reply.body));
  response.writeHead(reply.status, { ...reply.headers, 'content-length': length, date: httpDate(now) });
  if (fault.kind === 'drip') {
    for (const byte of Buffer.from(reply.body)) {
      response.write(Buffer.of(byte));
      await wait(1000 / fault.bytesPerSecond, undefined, { signal });
    }
    response.end();
    return;
  }
  await new Promise<void>((done) => response.write(halfOf(reply.body), () => done()));
  if (fault.kind === 'stalled-body') return;
  cutByServer.add(response);
  if (fault.kind === 'truncated') response.socket?.end();
  else response.socket?.resetAndDestroy();
}

/** A body far beyond any honest answer: valid JSON, plain or packed. */
async function flood(
  fault: Extract<Fault, { kind: 'gzip-bomb' | 'huge' }>,
  { response, now }: Exchange,
): Promise<void> {
  const packed = fault.kind === 'gzip-bomb';
  const type = { 'content-type': 'application/json', date: httpDate(now) };
  response.writeHead(200, packed ? { ...type, 'content-encoding': 'gzip' } : type);
  const source = Readable.from(padding(fault.bytes ?? (packed ? 1024 : 8) * MIB));
  await (packed ? pipeline(source, createGzip(), response) : pipeline(source, response));
}

function* padding(bytes: number): Generator<Buffer> {
  yield Buffer.from('{"padding":"');
  const chunk = Buffer.alloc(MIB, 'x');
  for (let sent = 0; sent < bytes; sent += MIB) yield chunk.subarray(0, Math.min(MIB, bytes - sent));
  yield Buffer.from('"}');
}

function halfOf(body: string): string {
  return body.slice(0, Math.ceil(body.length / 2));
}
