import { Failure, type FailureKind } from '../domain/failure.ts';
import type { Offers, OpenedCheckout } from '../domain/offers.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { TopUpOrder } from '../providers/contract.ts';
import { storedLine } from './alone.ts';
import { type Access, accessOf } from './carrier.ts';
import { allowAddress } from './checkout-address.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { checkHosts } from './help.ts';
import { inTurn } from './in-turn.ts';
import { scheduleWake } from './schedule-wake.ts';
import { fetchFromShop } from './shop.ts';
import { linkOf } from './top-up-link.ts';
import { abandoned, beginLink, beginOrder, changeTopUp, type Ordered } from './top-up-rows.ts';

/** What the carrier offers for a line, and the confirmed hosts that a checkout may open on. */
export async function listOffers(deps: Deps, lineId: string): Promise<Offers & { hosts: string[] }> {
  const access = await accessOf(deps, await storedLine(deps, lineId));
  const offers = await fetchOffers(deps, access);
  const line = await checkHosts(deps, lineId);
  return { ...offers, hosts: line.checkoutHosts };
}

function fetchOffers(deps: Deps, access: Access): Promise<Offers> {
  return fetchFromShop(deps, access, (shop, ...asked) => shop.offers(...asked));
}

export type Order = TopUpOrder | { link: true };

/**
 * Opens the carrier's checkout in a tab and begins to watch for the money. A second call for the same order while
 * the first is open shows the same checkout again, so that nobody pays twice. Throws CommandFailure, Failure.
 */
export async function openTopUp(
  deps: Deps,
  lineId: string,
  order: Order,
): Promise<{ topUpId: string; host: string }> {
  const opened = await deps.locks.ifFree(`top-up:${lineId}`, () =>
    'link' in order ? openLink(deps, lineId) : openCheckout(deps, lineId, order),
  );
  if (!opened) throw new CommandFailure({ kind: 'in-progress' });
  await inTurn([() => refreshGlance(deps, []), () => scheduleWake(deps)]);
  return { topUpId: opened.id, host: opened.host };
}

async function openLink(deps: Deps, lineId: string): Promise<TopUp> {
  const line = await storedLine(deps, lineId);
  const link = linkOf(line, (await deps.store.reading(lineId))?.reading ?? null);
  if (!link) throw new CommandFailure({ kind: 'gone' });
  const row = await beginLink(deps, line, link);
  await deps.openTab(link.href);
  return row;
}

async function openCheckout(deps: Deps, lineId: string, order: TopUpOrder): Promise<TopUp> {
  const line = await storedLine(deps, lineId);
  const access = await accessOf(deps, line);
  const row = await beginOrder(deps, line, await whatIsOrdered(deps, access, order));
  const key = row.idempotencyKey ?? row.id;
  const checkout = await fetchFromShop(deps, access, (shop, ...asked) =>
    shop.open(...asked, order, key),
  ).catch((error: unknown) => giveUp(deps, row, null, error));
  const { id: checkoutId, expiresAt } = checkout;
  const { href, host } = await allow(deps, lineId, checkout).catch((error: unknown) =>
    giveUp(deps, row, checkoutId, error),
  );
  const opened = await changeTopUp(deps, row.id, (now) => ({
    ...now,
    checkoutId,
    url: href,
    host,
    expiresAt,
  }));
  await deps.openTab(href);
  return opened;
}

/** By the hosts as they are confirmed now, not as they were before the carrier was asked. */
async function allow(deps: Deps, lineId: string, { url }: OpenedCheckout) {
  const line = await storedLine(deps, lineId);
  return allowAddress(url, line.checkoutHosts, line.origins);
}

async function whatIsOrdered(deps: Deps, access: Access, order: TopUpOrder): Promise<Ordered> {
  const { offers, customAmount } = await fetchOffers(deps, access);
  if ('offerId' in order) {
    const offer = offers.find(({ id }) => id === order.offerId);
    if (!offer) throw new CommandFailure({ kind: 'gone' });
    const { autoRenew } = order;
    return { offer, price: offer.price, ...(autoRenew !== undefined && { autoRenew }) };
  }
  if (!customAmount) throw new CommandFailure({ kind: 'gone' });
  return { offer: null, price: { amount: order.amount, currency: customAmount.currency } };
}

/** With these the carrier may have opened a checkout whose address never came. */
const LOST: readonly FailureKind[] = ['offline', 'timeout', 'carrier-down', 'intercepted'];

/**
 * A checkout that was never shown is no top-up. Only a lost answer keeps its key for another try. One that was shown
 * before may have been paid since, and is watched on.
 */
async function giveUp(deps: Deps, row: TopUp, checkoutId: string | null, error: unknown): Promise<never> {
  const lost = error instanceof Failure && LOST.includes(error.kind);
  if (row.checkoutId === null) {
    await changeTopUp(deps, row.id, (now) => ({
      ...abandoned(deps, now),
      checkoutId,
      idempotencyKey: lost ? now.idempotencyKey : null,
    }));
  }
  throw error;
}
