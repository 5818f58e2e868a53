import type { Line } from '../domain/line.ts';
import type { Help } from '../domain/offers.ts';
import { accessOf } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { helpFrom, storedLine } from './lines.ts';

const sameHosts = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((host) => b.includes(host));

/**
 * Asks where help is found and which hosts checkouts stand on. Hosts that differ from the confirmed ones are only
 * proposed: until the person confirms them, nothing opens there. Answers the line as stored.
 */
export async function checkHosts(deps: Deps, lineId: string): Promise<Line> {
  const line = await storedLine(deps, lineId);
  const help = await helpFrom(deps, await accessOf(deps, line));
  if (!help) return line;
  const changed = !sameHosts(help.checkoutHosts, line.checkoutHosts);
  const updated: Line = { ...line, help, checkoutHostsProposed: changed ? help.checkoutHosts : null };
  await deps.store.putLine(updated);
  if (changed) await refreshGlance(deps, []);
  return updated;
}

/** Where help is found for a line: fresh if the carrier answers, else as it was last told. */
export async function helpOf(deps: Deps, lineId: string): Promise<Help> {
  const line = await checkHosts(deps, lineId);
  if (!line.help) throw new CommandFailure({ kind: 'gone' });
  return line.help;
}

/** The person's word on hosts that the carrier announced later. */
export async function confirmHosts(deps: Deps, lineId: string, accept: boolean): Promise<void> {
  const line = await storedLine(deps, lineId);
  const checkoutHosts = accept ? (line.checkoutHostsProposed ?? line.checkoutHosts) : line.checkoutHosts;
  await deps.store.putLine({ ...line, checkoutHosts, checkoutHostsProposed: null });
  await refreshGlance(deps, []);
}
