import type { Instant } from '../domain/instant.ts';
import type { Http, Provider, ProviderLine } from '../providers/contract.ts';

export interface HttpHostOptions {
  fetch: typeof fetch;
  /** whether the browser lets us talk to this origin (`https://host[:port]`) */
  hasPermission(origin: string): Promise<boolean>;
  clock: { now(): number };
  /** for one request, from connecting to the last byte of the body */
  deadlineMs?: number;
  /** of the decoded body */
  maxBytes?: number;
  isOnline?: () => boolean;
}

export interface HttpHostRun {
  http: Http;
  /** ETags by address: those given, renewed by what was answered */
  etags(): Record<string, string>;
  /** the latest instant until which the answers stay fresh by Cache-Control; null = not said */
  freshUntil(): Instant | null;
}

export interface HttpRunOptions {
  /** every request must stay on these */
  origins: readonly string[];
  etags: Record<string, string>;
}

/** The one way to the network for providers. `run` is made anew for each poll. */
export function createHttpHost(options: HttpHostOptions): {
  run(provider: Provider, line: ProviderLine, run: HttpRunOptions): HttpHostRun;
} {
  throw new Error(`http host with a deadline of ${options.deadlineMs}`);
}
