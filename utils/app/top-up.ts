import { type AddressVerdict, checkAddress } from '../domain/checkout-host.ts';
import { Failure } from '../domain/failure.ts';
import { toMs } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import type { Offer, Offers, OpenedCheckout } from '../domain/offers.ts';
import type { Money } from '../domain/reading.ts';
import type { TopUp } from '../domain/top-up.ts';
import { isPending } from '../domain/top-up-outcome.ts';
import { nextWatch } from '../domain/top-up-watch.ts';
import type { TopUpOrder } from '../providers/contract.ts';
import { type Access, accessOf, fetchFrom, providerOf } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import { type Deps, nowOf } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { checkHosts } from './help.ts';
import { intervalOf } from './intervals.ts';
import { storedLine } from './lines.ts';
import { scheduleWake } from './schedule-wake.ts';
import { linkOf } from './top-up-link.ts';

/** What the carrier offers for a line, and the confirmed hosts that a checkout may open on. */
export async function listOffers(deps: Deps, lineId: string): Promise<Offers & { hosts: string[] }> {
  const access = await accessOf(deps, await storedLine(deps, lineId));
  const offers = await fetchOffers(deps, access);
  const line = await checkHosts(deps, lineId);
  return { ...offers, hosts: line.checkoutHosts };
}

function fetchOffers(deps: Deps, access: Access): Promise<Offers> {
  return fetchFrom(deps, access, async (provider, values, context) => {
    if (!provider.topUps) throw new CommandFailure({ kind: 'gone' });
    return provider.topUps.offers(values, context);
  });
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
  await refreshGlance(deps, []);
  await scheduleWake(deps);
  return opened;
}

async function openLink(deps: Deps, lineId: string): Promise<{ topUpId: string; host: string }> {
  const line = await storedLine(deps, lineId);
  const link = linkOf(line, (await deps.store.reading(lineId))?.reading ?? null);
  if (!link) throw new CommandFailure({ kind: 'gone' });
  const topUp = { ...(await newTopUp(deps, line, null, null)), ...link, url: link.href };
  const { href: _, ...row } = topUp;
  await deps.store.putTopUp(row);
  await deps.openTab(link.href);
  return { topUpId: row.id, host: row.host };
}

async function openCheckout(
  deps: Deps,
  lineId: string,
  order: TopUpOrder,
): Promise<{ topUpId: string; host: string }> {
  const line = await storedLine(deps, lineId);
  const access = await accessOf(deps, line);
  const { offer, price } = await whatIsBought(deps, access, order);
  const row = (await sameOrder(deps, line, offer, price)) ?? (await newTopUp(deps, line, offer, price));
  // Stored with its key before anything is asked: a repeated request after a crash is the same checkout.
  await deps.store.putTopUp(row);
  const key = row.idempotencyKey ?? row.id;
  const checkout = await fetchFrom(deps, access, async (provider, values, context) => {
    if (!provider.topUps) throw new CommandFailure({ kind: 'gone' });
    return provider.topUps.open(values, context, order, key);
  }).catch((error: unknown) => failOpening(deps, row, error));
  const { href, host } = allow(line, access, checkout);
  const { id: checkoutId, expiresAt } = checkout;
  await deps.store.putTopUp({ ...row, checkoutId, url: href, host, expiresAt });
  await deps.openTab(href);
  return { topUpId: row.id, host };
}

/** A checkout that could not be opened is no top-up; only a lost answer keeps its key for another try. */
async function failOpening(deps: Deps, row: TopUp, error: unknown): Promise<never> {
  const lost = error instanceof Failure && (error.kind === 'offline' || error.kind === 'timeout');
  if (!lost) await deps.store.putTopUp({ ...row, state: 'abandoned', settledAt: nowOf(deps) });
  throw error;
}

async function whatIsBought(
  deps: Deps,
  access: Access,
  order: TopUpOrder,
): Promise<{ offer: Offer | null; price: Money | null }> {
  const { offers, customAmount } = await fetchOffers(deps, access);
  if ('offerId' in order) {
    const offer = offers.find(({ id }) => id === order.offerId);
    if (!offer) throw new CommandFailure({ kind: 'gone' });
    return { offer, price: offer.price };
  }
  return {
    offer: null,
    price: customAmount && { amount: order.amount, currency: customAmount.currency },
  };
}

async function sameOrder(
  deps: Deps,
  line: Line,
  offer: Offer | null,
  price: Money | null,
): Promise<TopUp | null> {
  const now = deps.clock.now();
  const open = (await deps.store.topUps(line.id)).filter(
    (row) =>
      row.state === 'open' && row.idempotencyKey !== null && (!row.expiresAt || toMs(row.expiresAt) > now),
  );
  return open.find((row) => row.offer?.id === offer?.id && row.price?.amount === price?.amount) ?? null;
}

async function newTopUp(deps: Deps, line: Line, offer: Offer | null, price: Money | null): Promise<TopUp> {
  const now = nowOf(deps);
  const id = deps.newId();
  const row: TopUp = {
    v: 1,
    id,
    lineId: line.id,
    lineName: line.name,
    idempotencyKey: price ? id : null,
    checkoutId: null,
    url: null,
    host: line.checkoutHosts[0] ?? '',
    state: 'open',
    offer,
    price,
    openedAt: now,
    expiresAt: null,
    paidAt: null,
    creditedAt: null,
    settledAt: null,
    watched: 0,
    nextWatchAt: null,
    before: (await deps.store.reading(line.id))?.reading ?? null,
    after: null,
    rises: [],
    receiptNumber: null,
    failureReason: null,
    dismissed: false,
  };
  const timing = intervalOf(providerOf(line), line);
  return { ...row, nextWatchAt: nextWatch({ topUp: row, now, pageOpen: false, ...timing }) };
}

function allow(line: Line, access: Access, checkout: OpenedCheckout): { href: string; host: string } {
  // A carrier on this very computer may show its checkout there too; nobody else may leave https.
  const allowLoopbackHttp = access.origins.every((origin) => origin.startsWith('http://'));
  return orRefuse(checkAddress(checkout.url, line.checkoutHosts, { allowLoopbackHttp }), line.checkoutHosts);
}

export function orRefuse(
  verdict: AddressVerdict,
  allowed: readonly string[],
): { href: string; host: string } {
  if (verdict.ok) return { href: verdict.href, host: verdict.host };
  if (verdict.reason === 'host-not-allowed')
    throw new CommandFailure({ kind: 'refused-host', host: verdict.host ?? '', allowed: [...allowed] });
  throw new CommandFailure({ kind: 'refused-address', reason: verdict.reason });
}

async function storedTopUp(deps: Deps, topUpId: string): Promise<TopUp> {
  const topUp = await deps.store.topUp(topUpId);
  if (!topUp) throw new CommandFailure({ kind: 'gone' });
  return topUp;
}

/** Shows the page of a pending checkout again. The host rule is asked anew, as the confirmed hosts may have changed. */
export async function reopenTopUp(deps: Deps, topUpId: string): Promise<void> {
  const topUp = await storedTopUp(deps, topUpId);
  const line = await storedLine(deps, topUp.lineId);
  if (!topUp.url || !isPending(topUp)) throw new CommandFailure({ kind: 'gone' });
  const hosts = topUp.checkoutId ? line.checkoutHosts : [topUp.host];
  const allowLoopbackHttp = line.origins.every((origin) => origin.startsWith('http://'));
  const { href } = orRefuse(checkAddress(topUp.url, hosts, { allowLoopbackHttp }), hosts);
  await deps.openTab(href);
}

/** The person says that they did not pay: it is no longer watched, but its row stays in the ledger. */
export async function abandonTopUp(deps: Deps, topUpId: string): Promise<void> {
  const topUp = await storedTopUp(deps, topUpId);
  if (isPending(topUp))
    await deps.store.putTopUp({ ...topUp, state: 'abandoned', settledAt: nowOf(deps), nextWatchAt: null });
  await refreshGlance(deps, []);
}

export async function dismissTopUp(deps: Deps, topUpId: string): Promise<void> {
  const topUp = await storedTopUp(deps, topUpId);
  await deps.store.putTopUp({ ...topUp, dismissed: true });
  await refreshGlance(deps, []);
}
