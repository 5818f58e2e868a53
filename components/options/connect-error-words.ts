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

/** Where the browser's own session is what signs in, other things mend it. */
const SESSION_FAILURE_WORDS: Partial<Record<FailureKind, MessageKey>> = {
  'signed-out': 'addFailureNoSession',
  unreadable: 'addFailureOtherPage',
};

/** Whom it is about. */
export interface Connecting {
  /** its name, where no host is known */
  carrier: string;
  /** it is read with the browser's own session there */
  bySession: boolean;
}

/** Why a line could not be connected, and what to do. */
export function connectErrorSentence(
  error: CommandError,
  { carrier, bySession }: Connecting,
  words: Words,
  now: Instant,
): string {
  if (error.kind !== 'failure') return errorSentence(error, words, now);
  const who = error.origin === null ? carrier : hostOf(error.origin);
  const { kind } = error.failure;
  return words.t((bySession && SESSION_FAILURE_WORDS[kind]) || CONNECT_FAILURE_WORDS[kind], who);
}
