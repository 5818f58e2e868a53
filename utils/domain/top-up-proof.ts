import { DAY, toMs } from './instant.ts';
import type { Offer } from './offers.ts';
import type { Money } from './reading.ts';
import type { Rise, TopUp } from './top-up.ts';

/** What is left of a purchase when use in between ate of it: less than this share proves nothing. */
const ENOUGH = 0.5;
/** A validity that is longer by less may have grown by itself. */
const VALIDITY_PROOF = 7 * DAY;

/** Did `what` rise by about `amount`, or become unlimited? null = any rise will do. */
function rose(rises: readonly Rise[], what: Rise['what'], amount: number | null): boolean {
  return rises.some(
    (rise) => rise.what === what && (rise.by === null || amount === null || rise.by >= ENOUGH * amount),
  );
}

/** Credit may be kept in another currency than it is paid in; then the amounts cannot be compared. */
function provesCredit(price: Money, rises: readonly Rise[]): boolean {
  return rises.some((rise) => rose([rise], 'credit', rise.currency === price.currency ? price.amount : null));
}

function provesOffer(offer: Offer, rises: readonly Rise[]): boolean {
  if (offer.kind === 'credit') return provesCredit(offer.price, rises);
  const parts = (['data', 'voice', 'sms'] as const).filter((what) => offer[what] !== null);
  if (parts.length > 0) return parts.every((what) => rose(rises, what, offer[what]));
  return (['data', 'voice', 'sms'] as const).some((what) => rose(rises, what, null));
}

function provesAnything(topUp: TopUp, rises: readonly Rise[]): boolean {
  if (rises.some(({ what }) => what !== 'validity')) return true;
  const until = topUp.before?.validUntil;
  if (!until || until.estimated) return false;
  return rises.some((rise) => rise.until && toMs(rise.until) - toMs(until.at) >= VALIDITY_PROOF);
}

/** Do these rises show what was bought? Of a plain link nothing is known, so that any real rise shows it. */
export function provesTopUp(topUp: TopUp, rises: readonly Rise[]): boolean {
  if (topUp.offer) return provesOffer(topUp.offer, rises);
  if (topUp.price) return provesCredit(topUp.price, rises);
  return provesAnything(topUp, rises);
}
