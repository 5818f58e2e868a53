import { Failure, failureKindOf } from '../domain/failure.ts';
import { MINUTE, SECOND } from '../domain/instant.ts';
import { httpDate, retryAt } from './retry-after.ts';

/** The failure that a status of 400 and above stands for; `now` in milliseconds, for Retry-After. */
export function statusFailure(status: number, headers: Headers, now: number): Failure {
  const kind = failureKindOf(status);
  const mayTellWhen = kind === 'rate-limited' || kind === 'carrier-down';
  return new Failure(kind, `HTTP ${status}`, mayTellWhen ? retryAt(headers, now) : null);
}

/** Clocks that differ by less are taken to agree. */
const CLOCKS_AGREE = 5 * MINUTE;

/**
 * How far the carrier's clock (Date) is ahead of ours, in milliseconds; 0 = they agree, null = it does not say. It is
 * noted for whoever looks for a fault. No age is reckoned by it: ages count from when an answer was received here.
 */
export function clockSkew(headers: Headers, now: number): number | null {
  const date = httpDate(headers.get('date') ?? '');
  if (date === null) return null;
  const skew = date + ageOf(headers) - now;
  return Math.abs(skew) < CLOCKS_AGREE ? 0 : skew;
}

/** How long an answer lay in a cache on its way, in milliseconds. */
function ageOf(headers: Headers): number {
  return Number(/^\d{1,9}$/.exec(headers.get('age') ?? '')?.[0] ?? 0) * SECOND;
}

/** Until when an answer stays fresh by `Cache-Control: max-age` less its Age, in milliseconds; null = not said. */
export function freshUntil(headers: Headers, now: number): number | null {
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,9})"?\s*(?:,|$)/i.exec(headers.get('cache-control') ?? '');
  if (!maxAge) return null;
  return now + Math.max(0, Number(maxAge[1]) * SECOND - ageOf(headers));
}
