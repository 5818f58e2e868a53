import type { GlanceLine, LineState } from '../utils/domain/glance.ts';
import type { MessageKey } from '../utils/domain/words.ts';
import type { IconName } from './Icon.tsx';
import type { RingTone } from './Ring.tsx';

interface StateWords {
  words: MessageKey;
  tone: RingTone;
  /** told by shape as well as by colour */
  icon: IconName;
}

/** Every state of a line in a word or two, with its tone and mark. */
export const STATE_WORDS: Record<LineState, StateWords> = {
  locked: { words: 'popupState_locked', tone: 'critical', icon: 'lock' },
  'signed-out': { words: 'popupState_signedOut', tone: 'critical', icon: 'stop' },
  'line-gone': { words: 'popupState_lineGone', tone: 'critical', icon: 'stop' },
  lapsed: { words: 'popupState_lapsed', tone: 'critical', icon: 'stop' },
  lapsing: { words: 'popupState_lapsing', tone: 'low', icon: 'clock' },
  'credit-burn': { words: 'popupState_creditBurn', tone: 'critical', icon: 'warn' },
  'used-up': { words: 'popupState_usedUp', tone: 'critical', icon: 'stop' },
  critical: { words: 'popupState_critical', tone: 'critical', icon: 'warn' },
  low: { words: 'popupState_low', tone: 'low', icon: 'warn' },
  'credit-low': { words: 'popupState_creditLow', tone: 'low', icon: 'warn' },
  'not-activated': { words: 'popupState_notActivated', tone: 'quiet', icon: 'info' },
  suspended: { words: 'popupState_suspended', tone: 'critical', icon: 'stop' },
  throttled: { words: 'popupState_throttled', tone: 'low', icon: 'slow' },
  ok: { words: 'popupState_ok', tone: 'ok', icon: 'check' },
  unlimited: { words: 'popupState_unlimited', tone: 'ok', icon: 'check' },
  unknown: { words: 'popupState_unknown', tone: 'quiet', icon: 'info' },
  'never-read': { words: 'popupState_neverRead', tone: 'quiet', icon: 'clock' },
  paused: { words: 'popupState_paused', tone: 'quiet', icon: 'slow' },
};

/**
 * The words for a line's state: a host that is not allowed is not the same as being
 * signed out, and the person's own rule is no certainty that a number has lapsed.
 */
export function stateKey(line: Pick<GlanceLine, 'state' | 'failure' | 'validUntil'>): MessageKey {
  if (line.state === 'signed-out' && line.failure?.kind === 'no-access') return 'failureNoAccessTitle';
  if (line.state === 'lapsed' && line.validUntil?.rule) return 'popupNumberRulePast';
  return STATE_WORDS[line.state].words;
}
