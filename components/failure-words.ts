import type { FailureKind } from '../utils/domain/failure.ts';
import type { MessageKey } from '../utils/domain/words.ts';

/** What mends a failure: ask again, allow the host, sign in, or look at the line's details. */
export type Remedy = 'retry' | 'allow' | 'sign-in' | 'settings';

interface FailureWords {
  title: MessageKey;
  help: MessageKey;
  remedy: Remedy;
}

/** Every failure in words, with the one way out of it. */
export const FAILURE_WORDS: Record<FailureKind, FailureWords> = {
  offline: { title: 'failureOfflineTitle', help: 'failureOfflineHelp', remedy: 'retry' },
  timeout: { title: 'failureTimeoutTitle', help: 'failureTimeoutHelp', remedy: 'retry' },
  'no-access': { title: 'failureNoAccessTitle', help: 'failureNoAccessHelp', remedy: 'allow' },
  'signed-out': { title: 'failureSignedOutTitle', help: 'failureSignedOutHelp', remedy: 'sign-in' },
  'rate-limited': { title: 'failureRateLimitedTitle', help: 'failureRateLimitedHelp', remedy: 'retry' },
  'carrier-down': { title: 'failureCarrierDownTitle', help: 'failureCarrierDownHelp', remedy: 'retry' },
  'line-gone': { title: 'failureLineGoneTitle', help: 'failureLineGoneHelp', remedy: 'settings' },
  'wrong-network': { title: 'failureWrongNetworkTitle', help: 'failureWrongNetworkHelp', remedy: 'retry' },
  intercepted: { title: 'failureInterceptedTitle', help: 'failureInterceptedHelp', remedy: 'retry' },
  unreadable: { title: 'failureUnreadableTitle', help: 'failureUnreadableHelp', remedy: 'retry' },
};
