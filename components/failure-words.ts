import type { FailureKind } from '../utils/domain/failure.ts';
import type { GlanceLine } from '../utils/domain/glance.ts';
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

/** The network that a line answers on alone, where more is known of it than that; by provider. */
const NETWORK_HELP: Record<string, MessageKey> = {
  rfc8908: 'failureWrongNetworkVenue',
  'telekom-de': 'failureWrongNetworkTelekom',
};

const DEVICE_WORDS: Partial<Record<FailureKind, Partial<FailureWords>>> = {
  'wrong-network': { help: 'failureWrongNetworkDevice' },
  // Signed in to on its own page, and asked again.
  'signed-out': {
    title: 'failureDeviceSignedOutTitle',
    help: 'failureDeviceSignedOutHelp',
    remedy: 'retry',
  },
};

/** A failure of a line in words. */
export function failureWords(
  kind: FailureKind,
  { providerId, device }: Pick<GlanceLine, 'providerId' | 'device'>,
): FailureWords {
  const words = FAILURE_WORDS[kind];
  if (device) return { ...words, ...DEVICE_WORDS[kind] };
  return kind === 'wrong-network' ? { ...words, help: NETWORK_HELP[providerId] ?? words.help } : words;
}
