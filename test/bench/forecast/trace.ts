import * as z from 'zod/mini';
import { DAY, toInstant } from '../../../utils/domain/instant.ts';

/** The use of one connection by day. Its days are those of its own clock, told as if that were UTC. */
export interface Trace {
  name: string;
  /** the first day, in milliseconds of that clock */
  start: number;
  /** bytes of each day from the first on; null = a gap, of which nothing is known */
  days: (number | null)[];
}

const traceSchema = z.object({
  granularity: z.enum(['day', 'hour']),
  utcOffsetMinutes: z.optional(z.number()),
  usage: z.array(z.object({ at: z.string(), bytes: z.number().check(z.minimum(0)) })).check(z.minLength(1)),
});

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The day as the entry writes it: by its own clock, or moved there where it is written in UTC. NaN = no instant. */
function dayOf(at: string, offset: number): number {
  const [, date, time = '00:00', zone = ''] = WRITTEN.exec(at) ?? [];
  const written = Date.parse(`${date}T${time}:00Z`);
  const isReal = Number.isFinite(written) && toInstant(written).startsWith(`${date}`);
  return isReal ? Math.floor((written + (zone === 'Z' ? offset * 60_000 : 0)) / DAY) : Number.NaN;
}

/** Where in the file something is wrong, as a person would write it: `usage[3].bytes`. */
function place(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function parsed(name: string, text: string): z.infer<typeof traceSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${name} is not JSON.`);
  }
  const result = z.safeParse(traceSchema, json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = place(issue?.path ?? []) || 'the whole';
  throw new Error(
    `${name} is no trace: ${where} is wrong or missing. A trace is { "granularity": "day" or "hour", "usage": [{ "at": instant, "bytes": number of at least 0 }] }.`,
  );
}

/** The text of a trace's file; throws a sentence that says what is wrong with it. */
export function readTrace(name: string, text: string): Trace {
  const { usage, utcOffsetMinutes = 0 } = parsed(name, text);
  const used = new Map<number, number>();
  for (const [index, { at, bytes }] of usage.entries()) {
    const day = dayOf(at, utcOffsetMinutes);
    if (Number.isNaN(day))
      throw new Error(`${name}: usage[${index}].at is no instant like 2026-05-02T00:00:00+02:00: ${at}`);
    used.set(day, (used.get(day) ?? 0) + bytes);
  }
  const first = Math.min(...used.keys());
  const length = Math.max(...used.keys()) - first + 1;
  if (length > 36_525) throw new Error(`${name} spans more than a hundred years.`);
  return {
    name,
    start: first * DAY,
    days: Array.from({ length }, (_, index) => used.get(first + index) ?? null),
  };
}
