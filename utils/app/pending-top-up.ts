import { isPending } from '../domain/top-up-outcome.ts';
import { storedLine } from './alone.ts';
import { allowAddress } from './checkout-address.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { abandoned, changeTopUp, storedTopUp } from './top-up-rows.ts';

/** Shows the page of a pending checkout again. The host rule is asked anew, as the confirmed hosts may have changed. */
export async function reopenTopUp(deps: Deps, topUpId: string): Promise<void> {
  const topUp = await storedTopUp(deps, topUpId);
  const line = await storedLine(deps, topUp.lineId);
  if (!topUp.url || !isPending(topUp)) throw new CommandFailure({ kind: 'gone' });
  const hosts = topUp.checkoutId ? line.checkoutHosts : [topUp.host];
  const { href } = allowAddress(topUp.url, hosts, line.origins);
  await deps.openTab(href);
}

/** The person says that they did not pay. */
export async function abandonTopUp(deps: Deps, topUpId: string): Promise<void> {
  await changeTopUp(deps, topUpId, (topUp) => (isPending(topUp) ? abandoned(deps, topUp) : topUp));
  await refreshGlance(deps, []);
}

/** The person has seen the outcome and closed it. */
export async function dismissTopUp(deps: Deps, topUpId: string): Promise<void> {
  await changeTopUp(deps, topUpId, (topUp) => ({ ...topUp, dismissed: true }));
  await refreshGlance(deps, []);
}
