import type { CommandError } from '../../utils/app/commands.ts';
import type { FailureKind } from '../../utils/domain/failure.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';
import { errorSentence } from '../command-error-words.ts';
import { hostOf } from '../hosts.ts';
import type { ProviderChoice } from './provider-choice.ts';

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

/** The network that it answers on alone, where more is known of it than that; by provider. */
const NETWORK_WORDS: Record<string, MessageKey> = {
  'huawei-hilink': 'addFailureWrongNetworkDevice',
  rfc8908: 'addFailureWrongNetworkVenue',
  'telekom-de': 'addFailureWrongNetworkTelekom',
  'zte-goform': 'addFailureWrongNetworkDevice',
};

type Asked = Pick<ProviderChoice, 'id' | 'network' | 'signIn'>;

/** Whom it is about. */
export interface Connecting {
  /** its name, where no host is known */
  carrier: string;
  /** what some failures have words of their own for */
  provider?: Asked | undefined;
}

function keyOf(kind: FailureKind, { id, network, signIn }: Partial<Asked> = {}): MessageKey {
  const own =
    (kind === 'wrong-network' && NETWORK_WORDS[id ?? '']) ||
    (kind === 'signed-out' && network === 'local' && 'addFailureDeviceSignedOut') ||
    (signIn === 'browser-session' && SESSION_FAILURE_WORDS[kind]);
  return own || CONNECT_FAILURE_WORDS[kind];
}

/** Why a line could not be connected, and what to do. */
export function connectErrorSentence(
  error: CommandError,
  { carrier, provider }: Connecting,
  words: Words,
  now: Instant,
): string {
  if (error.kind !== 'failure') return errorSentence(error, words, now);
  const who = error.origin === null ? carrier : hostOf(error.origin);
  return words.t(keyOf(error.failure.kind, provider), who);
}
