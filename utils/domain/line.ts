import * as z from 'zod/mini';
import { byName } from './by-name.ts';
import { lapseSchema } from './lapse.ts';
import { helpSchema } from './offers.ts';
import { instantSchema } from './reading.ts';
import { untilDaySchema } from './until-day.ts';
import { whole } from './whole.ts';

/** The five kinds of line that the extension serves. */
export const LINE_KINDS = ['esim', 'data-card', 'phone', 'calling', 'number-keeping'] as const;
export const lineKindSchema = z.literal(LINE_KINDS);
export type LineKind = z.infer<typeof lineKindSchema>;

/** When to warn. null = the default of the experience: the lower of share and bytes (domain/thresholds.ts). */
export const thresholdsSchema = z.object({
  /** bytes */
  lowBytes: z.nullable(whole().check(z.minimum(0))),
  /** bytes */
  criticalBytes: z.nullable(whole().check(z.minimum(0))),
  /** minor units of the credit's own currency; null = no warning about credit */
  lowCredit: z.nullable(whole().check(z.minimum(0))),
  /** seconds; absent as null */
  lowVoice: z.optional(z.nullable(whole().check(z.minimum(0)))),
  /** messages; absent as null */
  lowSms: z.optional(z.nullable(whole().check(z.minimum(0)))),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** A line as stored. Secrets stand apart (platform/secrets.ts) and are never part of it. */
export const lineSchema = z.object({
  v: z.literal(1),
  id: z.string().check(z.minLength(1)),
  providerId: z.string().check(z.minLength(1)),
  kind: lineKindSchema,
  /** what the person calls it */
  name: z.string(),
  /** the provider's fields that are not secret, by field name */
  fields: byName(z.string()),
  /** the origins the person allowed for it, `https://host` or `https://host:port` */
  origins: z.array(z.string()),
  order: whole(),
  /** shown in the badge whatever the others need */
  pinned: z.boolean(),
  /** never shown in the badge */
  ignored: z.boolean(),
  /** not polled */
  paused: z.boolean(),
  alertsPausedUntil: z.nullable(instantSchema),
  thresholds: thresholdsSchema,
  /** when the number lapses and when to warn of it; absent = as the carrier tells, the default steps */
  lapse: z.optional(lapseSchema),
  /** minutes between polls; null = the default */
  pollMinutes: z.nullable(whole().check(z.positive())),
  /** the person's own top-up page, for a provider without offers */
  topUpUrl: z.nullable(z.string()),
  /** the exact hosts that the person confirmed for checkouts */
  checkoutHosts: z.array(z.string()),
  /** hosts the carrier announced later and that wait for the person's word; null = none */
  checkoutHostsProposed: z.nullable(z.array(z.string())),
  /** hosts that the person did not accept, and that are not proposed again */
  checkoutHostsRefused: z.optional(z.array(z.string())),
  help: z.nullable(helpSchema),
  /** IANA zone in which the line's days are counted; null = the browser's */
  zone: z.nullable(z.string()),
  /** up to when the person wants the data to last; null or absent = no day was named */
  until: z.optional(z.nullable(untilDaySchema)),
  createdAt: instantSchema,
});
export type Line = z.infer<typeof lineSchema>;

/** Whether two rows of a line ask the same of the same carrier, so that an answer to one is an answer to the other. */
export function asksTheSame(a: Line, b: Line): boolean {
  const askedWith = ({ providerId, fields, origins }: Line) => JSON.stringify([providerId, fields, origins]);
  return askedWith(a) === askedWith(b);
}
