import { ownLink } from '../domain/checkout-host.ts';
import { CommandFailure } from './command-failure.ts';

/** The person's own top-up page as it may be opened; null = none. Throws CommandFailure `refused-address`. */
export function checkOwnLink(url: string | null): string | null {
  if (url === null || url.trim() === '') return null;
  const verdict = ownLink(url.trim());
  if (verdict.ok) return verdict.href;
  const reason = verdict.reason === 'host-not-allowed' ? 'malformed' : verdict.reason;
  throw new CommandFailure({ kind: 'refused-address', reason });
}
