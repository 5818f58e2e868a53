import { checkAddress } from '../domain/checkout-host.ts';
import { CommandFailure } from './command-failure.ts';

/**
 * An address as it may be opened in a tab. A carrier on this very computer may show its checkout there too; nobody
 * else may leave https. Throws CommandFailure `refused-host`, `refused-address`.
 */
export function allowAddress(
  url: string,
  allowed: readonly string[],
  origins: readonly string[],
): { href: string; host: string } {
  const allowLoopbackHttp = origins.length > 0 && origins.every((origin) => origin.startsWith('http://'));
  const verdict = checkAddress(url, allowed, { allowLoopbackHttp });
  if (verdict.ok) return { href: verdict.href, host: verdict.host };
  if (verdict.reason === 'host-not-allowed')
    throw new CommandFailure({ kind: 'refused-host', host: verdict.host ?? '', allowed: [...allowed] });
  throw new CommandFailure({ kind: 'refused-address', reason: verdict.reason });
}
