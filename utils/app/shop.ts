import type { ReceiptPage } from '../domain/offers.ts';
import type { ProviderLine, ReadContext, TopUps } from '../providers/contract.ts';
import { storedLine } from './alone.ts';
import { type Access, accessOf, fetchFrom } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';

type ShopWork<T> = (shop: TopUps, values: ProviderLine, context: ReadContext) => Promise<T>;

/** Asks a carrier about topping up. Throws as `fetchFrom` does, and CommandFailure `gone` where it sells nothing here. */
export function fetchFromShop<T>(deps: Deps, access: Access, work: ShopWork<T>): Promise<T> {
  return fetchFrom(deps, access, async ({ topUps }, values, context) => {
    if (!topUps) throw new CommandFailure({ kind: 'gone' });
    return work(topUps, values, context);
  });
}

/** One page of what the carrier keeps of a line's top-ups, newest first. `cursor`: of the page before; null = the first. */
export async function carrierReceipts(
  deps: Deps,
  lineId: string,
  cursor: string | null,
): Promise<ReceiptPage> {
  const access = await accessOf(deps, await storedLine(deps, lineId));
  return fetchFromShop(deps, access, (shop, ...asked) => shop.receipts(...asked, cursor));
}
