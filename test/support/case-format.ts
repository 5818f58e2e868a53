import * as z from 'zod/mini';
import { FAILURE_KINDS } from '../../utils/domain/failure.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import { instantSchema } from '../../utils/domain/reading.ts';

/*
 * A recorded case: what a carrier was asked, what it answered, and what a person must then see. Cases are written by
 * hand, elsewhere too: what can be meant in one way alone is taken, and what the format does not know is passed over.
 */

/** Text, or what stands for it: a number, true or false as it is written, anything deeper as JSON. */
const written = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))),
  z.string(),
);
const texts = z.record(z.string(), written);
const headerValue = z.union([z.array(written), written]);
/** In whole seconds of UTC, however it is written. */
const moment = z.pipe(
  z.transform((value: unknown) => {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? value : toInstant(ms);
  }),
  instantSchema,
);

const requestSchema = z.object({
  method: z._default(z.enum(['GET', 'POST']), 'GET'),
  path: z.string().check(z.startsWith('/')),
  /** each a subset that must be found in the request */
  query: z.optional(texts),
  json: z.optional(z.unknown()),
  form: z.optional(texts),
});

const responseSchema = z.union([
  z.object({ error: z.enum(['offline', 'timeout']) }),
  z.object({
    status: z._default(z.int().check(z.minimum(200), z.maximum(599)), 200),
    headers: z.optional(z.record(z.string(), headerValue)),
    /** sent as JSON */
    body: z.optional(z.unknown()),
    /** sent as it stands */
    bodyText: z.optional(z.string()),
  }),
]);

const exchangeSchema = z.object({
  request: requestSchema,
  response: responseSchema,
  /** how often it serves; without it, any number */
  times: z.optional(z.int().check(z.positive())),
});

const expectSchema = z.union([
  z.object({ reading: z.record(z.string(), z.unknown()) }),
  z.object({
    failure: z.object({ kind: z.enum(FAILURE_KINDS), retryAt: z.optional(z.nullable(moment)) }),
  }),
]);

export const caseSchema = z.object({
  title: z.string().check(z.minLength(1)),
  provider: z.string(),
  /** the fields that the person filled in, secrets included */
  line: z.pipe(z.transform(filledIn), texts),
  now: moment,
  exchanges: z.array(exchangeSchema),
  expect: expectSchema,
});

export type RecordedCase = z.infer<typeof caseSchema>;
export type Exchange = z.infer<typeof exchangeSchema>;

/** A field that is null was left empty, and so was a form that is not told. */
function filledIn(line: unknown = {}): unknown {
  if (typeof line !== 'object' || line === null) return line;
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
}
