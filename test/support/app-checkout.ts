import type { TopUp } from '../../utils/domain/top-up.ts';
import type { CheckoutState } from '../sandbox/control-types.ts';
import { withLine } from './app-asked.ts';
import { startWorld, type World } from './app-world.ts';

export const OFFER = 'esim-1gb';

export interface Opened {
  world: World;
  lineId: string;
  topUpId: string;
  /** the checkout at the carrier */
  checkoutId: string;
}

/** A line whose use stands still, with a checkout that has just been opened in a tab. */
export async function openedCheckout(): Promise<Opened> {
  const world = await startWorld();
  await world.sandbox.control.speed(0);
  const lineId = await withLine(world);
  const { topUpId } = await world.command['open-top-up']({ lineId, order: { offerId: OFFER } });
  const [checkout] = await checkoutsOf(world);
  return { world, lineId, topUpId, checkoutId: checkout?.id ?? '' };
}

/** The checkouts that are open at the carrier. */
export async function checkoutsOf(world: World): Promise<CheckoutState[]> {
  return (await world.sandbox.control.checkouts.list()).filter(({ status }) => status === 'open');
}

export async function receipt(world: World, id: string): Promise<TopUp> {
  const topUp = await world.deps.store.topUp(id);
  if (!topUp) throw new Error(`no top-up ${id}`);
  return topUp;
}

export const titles = ({ notices }: World) => notices.map(({ title }) => title);
