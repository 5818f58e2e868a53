import * as z from 'zod/mini';
import { instantSchema, moneySchema } from './reading.ts';
import { whole } from './whole.ts';

const count = whole().check(z.minimum(0));

/** Something a carrier sells for a line. Data in bytes, voice in seconds, sms in messages. */
export const offerSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  kind: z.literal(['bundle', 'credit']),
  data: z.nullable(count),
  voice: z.nullable(count),
  sms: z.nullable(count),
  validityDays: z.nullable(whole().check(z.positive())),
  recurring: z.boolean(),
  price: moneySchema,
  promotion: z.nullable(
    z.object({ label: z.string(), endsAt: z.nullable(instantSchema), priceBefore: z.nullable(moneySchema) }),
  ),
});

/** What a person may pay freely, in minor units of `currency`. */
export const customAmountSchema = z.object({
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  min: count,
  max: count,
  step: whole().check(z.positive()),
});

export const offersSchema = z.object({
  offers: z.array(offerSchema),
  customAmount: z.nullable(customAmountSchema),
});

export const CHECKOUT_STATUSES = ['open', 'paid', 'credited', 'failed', 'expired', 'refunded'] as const;

/** A hosted checkout as the carrier tells it; each state has its instant. */
export const checkoutSchema = z.object({
  id: z.string().check(z.minLength(1)),
  status: z.literal(CHECKOUT_STATUSES),
  offerId: z.nullable(z.string()),
  price: z.nullable(moneySchema),
  openedAt: z.nullable(instantSchema),
  paidAt: z.nullable(instantSchema),
  creditedAt: z.nullable(instantSchema),
  receiptNumber: z.nullable(z.string()),
  failureReason: z.nullable(z.string()),
});

/** A checkout that was just opened, with the page to show in a tab. */
export const openedCheckoutSchema = z.object({
  id: z.string().check(z.minLength(1)),
  url: z.string(),
  status: z.literal(CHECKOUT_STATUSES),
  expiresAt: z.nullable(instantSchema),
});

/** Where a person finds help, and which hosts are the carrier's own. Hosts are exact host names. */
export const helpSchema = z.object({
  support: z.object({
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    chatUrl: z.nullable(z.string()),
  }),
  storesUrl: z.nullable(z.string()),
  kiosksUrl: z.nullable(z.string()),
  accountUrl: z.nullable(z.string()),
  termsUrl: z.nullable(z.string()),
  officialHosts: z.array(z.string()),
  checkoutHosts: z.array(z.string()),
});

export type Offer = z.infer<typeof offerSchema>;
export type CustomAmount = z.infer<typeof customAmountSchema>;
export type Offers = z.infer<typeof offersSchema>;
export type Checkout = z.infer<typeof checkoutSchema>;
export type OpenedCheckout = z.infer<typeof openedCheckoutSchema>;
/** One page of what a carrier keeps of a line's top-ups, newest first. */
export interface ReceiptPage {
  topUps: Checkout[];
  /** asks for the next page; null = this is the last */
  next: string | null;
}
export type Help = z.infer<typeof helpSchema>;
