import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';

/** One answer on its way out. */
export interface Exchange {
  response: ServerResponse;
  /** without the query */
  path: string;
  /** ends when either side closes the connection */
  signal: AbortSignal;
  /** runs the handler */
  produce(): Promise<Reply>;
  otherOrigin: string;
  /** settles when the fault that it meets has been removed */
  removal: Promise<void>;
  /** on the sandbox's clock, which the Date header tells */
  now: number;
}

export function send({ response, now }: Pick<Exchange, 'response' | 'now'>, reply: Reply): void {
  if (response.destroyed) return;
  const bodiless = reply.status === 204 || reply.status === 304;
  const length = bodiless ? {} : { 'content-length': String(Buffer.byteLength(reply.body)) };
  response.writeHead(reply.status, { ...reply.headers, ...length, date: httpDate(now) });
  response.end(bodiless ? undefined : reply.body);
}

/** As in the headers Date and Retry-After. */
export function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}
