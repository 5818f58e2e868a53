import { type Instant, SECOND, toInstant } from '../domain/instant.ts';

/** The three forms of a date in HTTP (RFC 9110, 5.6.7); recipients have to accept the old ones too. */
const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const CLOCK = '\\d{2}:\\d{2}:\\d{2}';
const MODERN = `${DAY_NAME}, \\d{2} [A-Z][a-z]{2} \\d{4} ${CLOCK} GMT`;
const RFC850 = `${DAY_NAME}[a-z]*, \\d{2}-[A-Z][a-z]{2}-\\d{2} ${CLOCK} GMT`;
const ASCTIME = `${DAY_NAME} [A-Z][a-z]{2} [ \\d]\\d ${CLOCK} \\d{4}`;
const HTTP_DATE = `${MODERN}|${RFC850}|${ASCTIME}`;

/** The last instant that can be written; a carrier may ask for ages. */
const LAST_MS = Date.parse('9999-12-31T23:59:59Z');

/**
 * From when the carrier allows asking again, by Retry-After: seconds, or a date corrected by how far the
 * carrier's own clock (Date) is off. As it gave it, unclamped. Garbage is ignored; of two headers the later
 * instant counts. null = it does not say.
 */
export function retryAt(headers: Headers, now: number): Instant | null {
  const given = headers.get('retry-after') ?? '';
  const skew = now - (httpDate(headers.get('date') ?? '') ?? now);
  const instants: number[] = [];
  // Two headers arrive as one, joined by commas, and a date has a comma of its own.
  for (const [part] of given.matchAll(new RegExp(`${HTTP_DATE}|[^,]+`, 'g'))) {
    const date = httpDate(part.trim());
    if (date !== null) instants.push(date + skew);
    else if (/^\d+$/.test(part.trim())) instants.push(now + Number(part) * SECOND);
  }
  if (instants.length === 0) return null;
  const latest = Math.min(Math.max(...instants), LAST_MS);
  return toInstant(Math.ceil(latest / SECOND) * SECOND);
}

/** A date of HTTP in milliseconds; null = it is none. */
export function httpDate(text: string): number | null {
  if (!new RegExp(`^(?:${HTTP_DATE})$`).test(text)) return null;
  const ms = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(ms) ? null : ms;
}
