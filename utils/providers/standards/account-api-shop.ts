import * as z from 'zod/mini';
import { CHECKOUT_STATUSES, type Checkout, type Offers } from '../../domain/offers.ts';
import { currencySchema, moneySchema } from '../../domain/reading.ts';
import { whole } from '../../domain/whole.ts';
import { count, firstOfEach, flag, id, instant, listOf, MANY, oneOf, orUnknown, text } from './answer.ts';
import { cleanText, cleanTextOrNull } from './text.ts';

const days = orUnknown(whole().check(z.positive()));

const promotionAnswer = z.object({ label: z.string(), endsAt: instant, priceBefore: orUnknown(moneySchema) });

/** One of `offers` */
export const offerAnswer = z.object({
  id,
  name: z.string(),
  kind: oneOf(['bundle', 'credit'], { unknown: 'bundle' }),
  data: count,
  voice: count,
  sms: count,
  validityDays: days,
  recurring: flag(false),
  price: moneySchema,
  promotion: orUnknown(promotionAnswer),
});

/** `GET /lines/{id}/offers` */
export const offersAnswer = z.object({
  offers: listOf(offerAnswer, MANY),
  customAmount: orUnknown(
    z.object({
      currency: currencySchema,
      min: whole().check(z.minimum(0)),
      max: whole().check(z.minimum(0)),
      step: whole().check(z.positive()),
    }),
  ),
});

/** A status that is new is neither a payment nor the end of one. */
const status = oneOf(CHECKOUT_STATUSES, { unknown: 'open' });

/** `POST /lines/{id}/checkouts` */
export const openedAnswer = z.object({ id, url: z.string(), status, expiresAt: instant });

/** `GET /checkouts/{id}`, and one of the receipts */
export const checkoutAnswer = z.object({
  id,
  status,
  offerId: orUnknown(id),
  price: orUnknown(moneySchema),
  openedAt: instant,
  paidAt: instant,
  creditedAt: instant,
  receiptNumber: text,
  failureReason: text,
});

/** `GET /lines/{id}/top-ups` */
export const topUpsAnswer = z.object({ topUps: listOf(checkoutAnswer, MANY), next: text });

export function offersOf({ offers, customAmount }: z.infer<typeof offersAnswer>): Offers {
  return {
    offers: firstOfEach(offers).map((offer) => ({
      ...offer,
      name: cleanText(offer.name),
      promotion: offer.promotion && { ...offer.promotion, label: cleanText(offer.promotion.label) },
    })),
    customAmount: customAmount && customAmount.min <= customAmount.max ? customAmount : null,
  };
}

export function checkoutOf(told: z.infer<typeof checkoutAnswer>): Checkout {
  return {
    ...told,
    receiptNumber: cleanTextOrNull(told.receiptNumber),
    failureReason: cleanTextOrNull(told.failureReason),
  };
}
