import type { CreditBurn } from '../domain/credit-burn.ts';
import { type AlertKey, parseAlertKey } from '../domain/episodes.ts';
import { forecastSentence } from '../domain/forecast-words.ts';
import { daysLeft, formatData, formatMoney } from '../domain/format.ts';
import type { Forecast } from '../domain/glance.ts';
import { endOf, headlineOf } from '../domain/headline.ts';
import type { Instant } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import type { Reading } from '../domain/reading.ts';
import type { AlertEpisode } from '../domain/records.ts';
import { inItsTurn } from '../domain/rise-words.ts';
import type { Settings } from '../domain/settings.ts';
import type { Rise, TopUp } from '../domain/top-up.ts';
import { awaitsFigures } from '../domain/top-up-outcome.ts';
import type { Validity } from '../domain/validity.ts';
import { keepSentence, validitySentence } from '../domain/validity-words.ts';
import type { Words } from '../domain/words.ts';
import { bundleEnds } from './bundle-notice.ts';
import { callsLow, creditBurns, creditLow, usedUp } from './credit-notices.ts';
import type { NoticeToShow } from './deps.ts';

/** What the texts of one line's notices speak of. */
export interface NoticeSource {
  line: Line;
  reading: Reading | null;
  /** null = when the number lapses is not known */
  validity: Validity | null;
  topUps: readonly TopUp[];
  forecast: Forecast;
  /** credit that burns; null = none */
  burn: CreditBurn | null;
  words: Words;
  units: Settings['units'];
  zone: string;
  now: Instant;
}

export type Text = Pick<NoticeToShow, 'title' | 'message'>;
type Writer = (source: NoticeSource, key: AlertKey) => Text;

const plain =
  (title: Parameters<Words['t']>[0], message: Parameters<Words['t']>[0]): Writer =>
  ({ words, line }) => ({ title: words.t(title, line.name), message: words.t(message) });

const withAmount =
  (message: Parameters<Words['t']>[0]): Writer =>
  ({ words, line, reading, units }) => {
    const headline = reading && headlineOf(reading);
    const left = headline?.kind === 'data' ? formatData(headline.remaining, units, words.locale) : '?';
    return { title: words.t('notifyLowTitle', line.name, left), message: words.t(message) };
  };

const WRITERS: Record<AlertKey['kind'], Writer> = {
  low: withAmount('notifyLowMessage'),
  critical: withAmount('notifyCriticalMessage'),
  'used-up': usedUp,
  'run-out': runsOut,
  'bundle-ends': bundleEnds,
  lapse: lapses,
  'credit-low': creditLow,
  'credit-burn': creditBurns,
  'voice-low': callsLow('voice'),
  'voice-used-up': plain('notifyVoiceUsedUpTitle', 'notifyVoiceUsedUpMessage'),
  'sms-low': callsLow('sms'),
  'sms-used-up': plain('notifySmsUsedUpTitle', 'notifySmsUsedUpMessage'),
  'topped-up': toppedUp,
  'top-up-overdue': plain('notifyOverdueTitle', 'notifyOverdueMessage'),
  'top-up-failed': topUpFailed,
  'sign-in': plain('notifySignInTitle', 'notifySignInMessage'),
  'line-gone': plain('notifyGoneTitle', 'notifyGoneMessage'),
  'hosts-changed': plain('notifyHostsTitle', 'notifyHostsMessage'),
};

/** The notification of an episode in the person's language; null for a key that this version does not know. */
export function noticeFor(episode: AlertEpisode, source: NoticeSource): NoticeToShow | null {
  const key = parseAlertKey(episode.key);
  if (!key) return null;
  return { id: `line:${source.line.id}:${episode.key}`, ...WRITERS[key.kind](source, key) };
}

/** Several notices at once are one: their titles in a list. */
export function groupNotices(notices: readonly NoticeToShow[], words: Words): NoticeToShow | null {
  const [first, ...more] = notices;
  if (!first || more.length === 0) return first ?? null;
  return {
    id: 'lines:',
    title: words.n('notifyManyTitle', notices.length),
    message: notices.map(({ title }) => title).join('\n'),
  };
}

function runsOut({ words, line, reading, forecast, units, now }: NoticeSource): Text {
  const message = reading && forecastSentence({ ...foreseen(reading, now), forecast }, words, units, now);
  return { title: words.t('notifyRunOutTitle', line.name), message: message ?? words.t('alertRunOut') };
}

function foreseen(reading: Reading, now: Instant) {
  const { autoRenew, period } = reading;
  return { headline: headlineOf(reading), endsAt: endOf(reading, now)?.at ?? null, autoRenew, period };
}

/** Calendar days to an end, none for one that is past; null = no end is known. */
export function daysTo(at: Instant | null | undefined, { now, zone }: NoticeSource): number | null {
  return at ? Math.max(0, daysLeft(at, now, zone)) : null;
}

function lapses(source: NoticeSource, key: AlertKey): Text {
  const { words, line, reading, validity } = source;
  const days = daysTo(validity?.at, source) ?? key.days ?? 0;
  const title =
    days === 0 ? words.t('notifyLapseTodayTitle', line.name) : words.n('notifyLapseTitle', days, line.name);
  if (!validity) return { title, message: words.t('validityKeep') };
  const keep = keepSentence(validity, reading?.credit ?? null, source);
  return { title, message: words.t('notifyLapseMessage', validitySentence(validity, source), keep) };
}

function topUpFailed(source: NoticeSource, key: AlertKey): Text {
  const refunded = source.topUps.some(({ id, state }) => id === key.subject && state === 'refunded');
  if (refunded) return plain('notifyRefundedTitle', 'notifyRefundedMessage')(source, key);
  return plain('notifyFailedTitle', 'notifyFailedMessage')(source, key);
}

function toppedUp(source: NoticeSource, key: AlertKey): Text {
  const { words, line, topUps } = source;
  const topUp = topUps.find(({ id }) => id === key.subject);
  const parts = (topUp?.rises ?? []).map((rise) => riseText(rise, source)).filter((text) => text !== '');
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(parts);
  return {
    title: words.t('notifyToppedUpTitle', line.name),
    message: list
      ? words.t('notifyToppedUpMessage', list)
      : words.t(topUp && awaitsFigures(topUp) ? 'notifyToppedUpMessageLater' : 'notifyToppedUpMessagePlain'),
  };
}

function riseText(rise: Rise, { words, units }: NoticeSource): string {
  if (rise.by === null) return '';
  if (rise.what === 'data') return inItsTurn(rise, formatData(rise.by, units, words.locale), words);
  if (rise.what === 'credit' && rise.currency)
    return formatMoney({ amount: rise.by, currency: rise.currency }, words.locale);
  return '';
}
