import * as z from 'zod/mini';
import { FAILURE_KINDS } from '../../utils/domain/failure.ts';
import { instantSchema } from '../../utils/domain/reading.ts';

/* A recorded case: what a carrier was asked, what it answered, and what a person must then see. */

const texts = z.record(z.string(), z.string());
const headerValue = z.union([z.string(), z.array(z.string())]);

const requestSchema = z.strictObject({
  method: z._default(z.enum(['GET', 'POST']), 'GET'),
  path: z.string().check(z.startsWith('/')),
  /** each a subset that must be found in the request */
  query: z.optional(texts),
  json: z.optional(z.unknown()),
  form: z.optional(texts),
});

const responseSchema = z.union([
  z.strictObject({ error: z.enum(['offline', 'timeout']) }),
  z.strictObject({
    status: z.int().check(z.minimum(200), z.maximum(599)),
    headers: z.optional(z.record(z.string(), headerValue)),
    /** sent as JSON */
    body: z.optional(z.unknown()),
    /** sent as it stands */
    bodyText: z.optional(z.string()),
  }),
]);

const exchangeSchema = z.strictObject({
  request: requestSchema,
  response: responseSchema,
  /** how often it serves; without it, any number */
  times: z.optional(z.int().check(z.positive())),
});

const expectSchema = z.union([
  z.strictObject({ reading: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    failure: z.strictObject({ kind: z.enum(FAILURE_KINDS), retryAt: z.optional(z.nullable(instantSchema)) }),
  }),
]);

export const caseSchema = z.object({
  title: z.string().check(z.minLength(1)),
  provider: z.string(),
  /** the fields that the person filled in, secrets included */
  line: texts,
  now: instantSchema,
  exchanges: z.array(exchangeSchema),
  expect: expectSchema,
});

export type RecordedCase = z.infer<typeof caseSchema>;
export type Exchange = z.infer<typeof exchangeSchema>;
