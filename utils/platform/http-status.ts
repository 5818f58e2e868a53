import { Failure, failureKindOf } from '../domain/failure.ts';
import { SECOND } from '../domain/instant.ts';
import { retryAt } from './retry-after.ts';

/** The failure that a status of 400 and above stands for; `now` in milliseconds, for Retry-After. */
export function statusFailure(status: number, headers: Headers, now: number): Failure {
  const kind = failureKindOf(status);
  const mayTellWhen = kind === 'rate-limited' || kind === 'carrier-down';
  return new Failure(kind, `HTTP ${status}`, mayTellWhen ? retryAt(headers, now) : null);
}

/** Until when an answer stays fresh by `Cache-Control: max-age` less its Age, in milliseconds; null = not said. */
export function freshUntil(headers: Headers, now: number): number | null {
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,9})"?\s*(?:,|$)/i.exec(headers.get('cache-control') ?? '');
  if (!maxAge) return null;
  const age = /^\d{1,9}$/.exec(headers.get('age') ?? '')?.[0] ?? 0;
  return now + Math.max(0, Number(maxAge[1]) - Number(age)) * SECOND;
}
