import type { Bucket } from './reading.ts';
import type { MessageKey, Words } from './words.ts';

/** What sets a bucket apart; general use has no word. */
export const SCOPE_WORDS: Partial<Record<Bucket['scope'], MessageKey>> = {
  roaming: 'popupScopeRoaming',
  dedicated: 'popupScopeDedicated',
  'zero-rated': 'popupScopeZeroRated',
  night: 'popupScopeNight',
};

const KIND_WORDS: Record<Bucket['kind'], MessageKey> = {
  data: 'bucketData',
  voice: 'bucketVoice',
  sms: 'bucketSms',
  money: 'popupCredit',
  other: 'bucketOther',
};

/** The carrier's name for a bucket; where it gives none, what it holds and, if `scope` is given, for which use. */
export function bucketName(
  { label, kind, scope }: Pick<Bucket, 'label' | 'kind'> & Partial<Pick<Bucket, 'scope'>>,
  { t }: Words,
): string {
  const aside = scope && SCOPE_WORDS[scope];
  const name = t(KIND_WORDS[kind]);
  return label || (aside ? t('bucketScoped', name, t(aside)) : name);
}
