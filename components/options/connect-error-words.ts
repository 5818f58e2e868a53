import type { CommandError } from '../../utils/app/commands.ts';
import type { FailureKind } from '../../utils/domain/failure.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';
import { errorSentence } from '../command-error-words.ts';
import { hostOf } from '../hosts.ts';

/** Every failure as it reads while a line is being connected: the person is there and can mend it. */
export const CONNECT_FAILURE_WORDS: Record<FailureKind, MessageKey> = {
  offline: 'addFailureOffline',
  timeout: 'addFailureTimeout',
  'no-access': 'addFailureNoAccess',
  'signed-out': 'addFailureSignedOut',
  'rate-limited': 'addFailureRateLimited',
  'carrier-down': 'addFailureCarrierDown',
  'line-gone': 'addFailureLineGone',
  'wrong-network': 'addFailureWrongNetwork',
  intercepted: 'addFailureIntercepted',
  unreadable: 'addFailureUnreadable',
};

/** Why a line could not be connected, and what to do; `carrier` is named where no host is known. */
export function connectErrorSentence(
  error: CommandError,
  carrier: string,
  words: Words,
  now: Instant,
): string {
  if (error.kind !== 'failure') return errorSentence(error, words, now);
  const who = error.origin === null ? carrier : hostOf(error.origin);
  return words.t(CONNECT_FAILURE_WORDS[error.failure.kind], who);
}
