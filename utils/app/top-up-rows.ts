import { MINUTE, toMs } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import type { Offer } from '../domain/offers.ts';
import type { Money } from '../domain/reading.ts';
import type { TopUp } from '../domain/top-up.ts';
import { isPending } from '../domain/top-up-outcome.ts';
import { nextWatch } from '../domain/top-up-watch.ts';
import { alone, storedLine } from './alone.ts';
import { CommandFailure } from './command-failure.ts';
import { type Deps, nowOf } from './deps.ts';
import { timingOf } from './intervals.ts';

/** So long after it was opened the same page is the same top-up, and a lost answer is asked for with the same key. */
const SAME_FOR = 30 * MINUTE;

/** Changes a row of the ledger as it stands at this moment. Throws CommandFailure `gone`. */
export function changeTopUp(deps: Deps, id: string, change: (topUp: TopUp) => TopUp): Promise<TopUp> {
  return alone(deps, async () => {
    const topUp = change(await storedTopUp(deps, id));
    await deps.store.putTopUp(topUp);
    return topUp;
  });
}

/** Throws CommandFailure `gone`. */
export async function storedTopUp(deps: Deps, id: string): Promise<TopUp> {
  const topUp = await deps.store.topUp(id);
  if (!topUp) throw new CommandFailure({ kind: 'gone' });
  return topUp;
}

/** It is no longer watched, but its row stays in the ledger. */
export function abandoned(deps: Deps, topUp: TopUp): TopUp {
  return { ...topUp, state: 'abandoned', settledAt: nowOf(deps), nextWatchAt: null };
}

/** What is ordered, as far as two orders can be told apart. */
export interface Ordered {
  offer: Offer | null;
  price: Money;
  /** as it was asked for; absent = as the offer says */
  autoRenew?: boolean;
}

/**
 * The row of an order with its key, stored before the carrier is asked. An order that is open already, or whose
 * answer was lost, keeps its row: a repeated request is the same checkout.
 */
export function beginOrder(deps: Deps, line: Line, ordered: Ordered): Promise<TopUp> {
  return alone(deps, async () => {
    await storedLine(deps, line.id);
    const known = (await deps.store.topUps(line.id)).find((row) => isSameOrder(deps, row, ordered));
    if (known?.checkoutId) return known;
    const fresh = await newRow(deps, line, known?.id ?? deps.newId());
    const row = { ...fresh, ...ordered, idempotencyKey: known?.idempotencyKey ?? fresh.id };
    await deps.store.putTopUp(row);
    return row;
  });
}

function isSameOrder({ clock }: Deps, row: TopUp, { offer, price, autoRenew }: Ordered): boolean {
  const { idempotencyKey, checkoutId, state, expiresAt, openedAt } = row;
  const sameThing = row.offer?.id === offer?.id && row.price?.amount === price.amount;
  if (!sameThing || row.autoRenew !== autoRenew || idempotencyKey === null) return false;
  const ends = checkoutId && expiresAt ? toMs(expiresAt) : toMs(openedAt) + SAME_FOR;
  return (state === 'open' || (state === 'abandoned' && checkoutId === null)) && ends > clock.now();
}

/**
 * The row of a plain link. Nothing tells one such top-up from the next, so that only the newest is watched: what
 * rises must not be told twice.
 */
export function beginLink(deps: Deps, line: Line, link: { href: string; host: string }): Promise<TopUp> {
  return alone(deps, async () => {
    await storedLine(deps, line.id);
    const open = (await deps.store.topUps(line.id)).filter((row) => isPending(row) && isLink(row));
    const since = deps.clock.now() - SAME_FOR;
    const known = open.find(({ url, openedAt }) => url === link.href && toMs(openedAt) > since);
    if (known) return known;
    for (const row of open) await deps.store.putTopUp(abandoned(deps, row));
    const fresh = await newRow(deps, line, deps.newId());
    const row = { ...fresh, url: link.href, host: link.host };
    await deps.store.putTopUp(row);
    return row;
  });
}

function isLink({ idempotencyKey, checkoutId }: TopUp): boolean {
  return idempotencyKey === null && checkoutId === null;
}

async function newRow(deps: Deps, line: Line, id: string): Promise<TopUp> {
  const now = nowOf(deps);
  const topUp: TopUp = {
    v: 1,
    id,
    lineId: line.id,
    lineName: line.name,
    idempotencyKey: null,
    checkoutId: null,
    url: null,
    host: line.checkoutHosts[0] ?? '',
    state: 'open',
    offer: null,
    price: null,
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
  return { ...topUp, nextWatchAt: nextWatch({ topUp, now, pageOpen: false, ...timingOf(line) }) };
}
