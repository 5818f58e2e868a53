import { Failure } from '../domain/failure.ts';
import { asksTheSame, type Line } from '../domain/line.ts';
import { LockedError } from '../domain/locked.ts';
import type { Help } from '../domain/offers.ts';
import { changeLine, storedLine } from './alone.ts';
import { accessOf } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { helpFrom } from './try-line.ts';

const sameHosts = (a: readonly string[] | null, b: readonly string[] | null | undefined) =>
  a === b || (a?.length === b?.length && a?.every((host) => b?.includes(host)));

/**
 * Asks where help is found and which hosts checkouts stand on. Hosts that differ from the confirmed ones are only
 * proposed, once: until the person confirms them, nothing opens there. Answers the line as stored.
 */
export async function checkHosts(deps: Deps, lineId: string): Promise<Line> {
  const before = await storedLine(deps, lineId);
  const help = await freshHelp(deps, before);
  if (!help) return before;
  const after = await changeLine(deps, lineId, (line) => {
    if (!asksTheSame(line, before)) return line;
    const { checkoutHosts: confirmed, checkoutHostsRefused: refused } = line;
    const known = [confirmed, refused].some((hosts) => sameHosts(help.checkoutHosts, hosts));
    return { ...line, help, checkoutHostsProposed: known ? null : help.checkoutHosts };
  });
  if (!sameHosts(before.checkoutHostsProposed, after.checkoutHostsProposed)) await refreshGlance(deps, []);
  return after;
}

/** null = the carrier cannot be asked now, or does not answer. */
async function freshHelp(deps: Deps, line: Line): Promise<Help | null> {
  try {
    return await helpFrom(deps, await accessOf(deps, line));
  } catch (error) {
    if (error instanceof Failure || error instanceof LockedError) return null;
    throw error;
  }
}

/** Where help is found for a line: fresh if the carrier answers, else as it was last told. */
export async function helpOf(deps: Deps, lineId: string): Promise<Help> {
  const line = await checkHosts(deps, lineId);
  if (!line.help) throw new CommandFailure({ kind: 'gone' });
  return line.help;
}

/**
 * The person's word on hosts that the carrier announced. `seen`: of those that it names now these alone, also where
 * none are proposed, as they were refused or left open before.
 */
export async function confirmHosts(
  deps: Deps,
  lineId: string,
  accept: boolean,
  seen?: readonly string[],
): Promise<void> {
  await changeLine(deps, lineId, (line) => {
    const { checkoutHostsProposed: proposed, checkoutHostsRefused: refused } = line;
    if (!accept) return { ...line, checkoutHostsProposed: null, checkoutHostsRefused: proposed ?? refused };
    const checkoutHosts = seen ? acceptedOf(line, seen) : (proposed ?? line.checkoutHosts);
    return { ...line, checkoutHosts, checkoutHostsProposed: null, checkoutHostsRefused: undefined };
  });
  await refreshGlance(deps, []);
}

function acceptedOf({ checkoutHosts, help }: Line, seen: readonly string[]): string[] {
  const accepted = [...checkoutHosts, ...seen];
  return help?.checkoutHosts.filter((host) => accepted.includes(host)) ?? checkoutHosts;
}
