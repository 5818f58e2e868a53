import { bucketName } from '../../utils/domain/bucket-name.ts';
import { bundleSentences } from '../../utils/domain/bundle-words.ts';
import { type Bundle, bundlesOf, sequelOf } from '../../utils/domain/bundles.ts';
import { burnSentence } from '../../utils/domain/burn-words.ts';
import { daysLeft } from '../../utils/domain/format.ts';
import type { AlertKind, GlanceLine, OpenAlert } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { capOf, formatSpeed } from '../../utils/domain/speed.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';

interface Source {
  line: GlanceLine;
  words: Words;
  units: Settings['units'];
  now: Instant;
}

type Say = (alert: OpenAlert, source: Source) => string;

const say =
  (key: MessageKey): Say =>
  (_alert, { words }) =>
    words.t(key);

const SAY: Record<AlertKind, Say> = {
  low: say('alertLow'),
  critical: say('alertCritical'),
  'used-up': usedUp,
  'run-out': say('alertRunOut'),
  'bundle-ends': bundleEnds,
  lapse,
  'credit-low': say('alertCreditLow'),
  'credit-burn': (_alert, { line, words, now }) =>
    line.burn ? burnSentence(line.burn, words, now) : words.t('alertCreditBurn'),
  'voice-low': say('alertVoiceLow'),
  'voice-used-up': say('alertVoiceUsedUp'),
  'sms-low': say('alertSmsLow'),
  'sms-used-up': say('alertSmsUsedUp'),
  'topped-up': say('alertToppedUp'),
  'top-up-overdue': say('alertTopUpOverdue'),
  'top-up-failed': say('alertTopUpFailed'),
  'sign-in': say('alertSignIn'),
  'line-gone': say('alertLineGone'),
  'hosts-changed': say('alertHostsChanged'),
};

/** An open alert in one sentence, with the days that are left now and not those of when it was raised. */
export function alertSentence(alert: OpenAlert, source: Source): string {
  return SAY[alert.kind](alert, source);
}

/** The bundle that an alert speaks of; undefined = it is no longer listed, or the alert is of something else. */
function endingBundle({ kind, key }: OpenAlert, { buckets }: GlanceLine): Bundle | undefined {
  const id = kind === 'bundle-ends' ? key.slice(key.indexOf(':') + 1) : null;
  return bundlesOf(buckets).find(({ head }) => head.id === id);
}

/** Does the bundle that an alert speaks of renew by itself? */
export function renewsAfter(alert: OpenAlert, line: GlanceLine): boolean {
  const bundle = endingBundle(alert, line);
  return bundle !== undefined && sequelOf(bundle, line)?.kind === 'renews';
}

function bundleEnds(alert: OpenAlert, { line, words, units, now }: Source): string {
  const bundle = endingBundle(alert, line);
  const name = alert.label || (bundle ? bucketName(bundle.head, words) : line.name);
  const days = bundle ? daysLeft(bundle.until, now, line.zone) : (alert.days ?? 0);
  const opening = days > 0 ? words.n('alertBundleEnds', days, name) : words.t('alertBundleEndsToday', name);
  return bundleSentences(opening, bundle, line, { words, units, zone: line.zone, price: null });
}

/** A line that goes on slowly is not at its end. */
function usedUp(_alert: OpenAlert, { line, words }: Source): string {
  if (line.state !== 'throttled') return words.t('alertUsedUp');
  const cap = capOf(line);
  return cap ? words.t('alertSlowTo', formatSpeed(cap, words.locale)) : words.t('alertSlow');
}

function lapse(alert: OpenAlert, { line, words, now }: Source): string {
  const days = line.validUntil ? daysLeft(line.validUntil.at, now, line.zone) : (alert.days ?? 0);
  if (days < 0) return words.t(line.validUntil?.rule ? 'validityRulePast' : 'alertLapsed');
  return days === 0 ? words.t('alertLapseToday') : words.n('alertLapse', days);
}

/** The alerts that nothing else on the screen tells already. */
export function alertsToShow(line: GlanceLine): OpenAlert[] {
  return line.alerts.filter(({ kind }) => {
    if (kind === 'run-out') return line.forecast.kind !== 'estimate';
    if (kind === 'sign-in' || kind === 'line-gone') return line.failure === null;
    if (kind === 'hosts-changed') return line.hostsProposed === null;
    const ofTopUp = kind === 'topped-up' || kind === 'top-up-overdue' || kind === 'top-up-failed';
    return !ofTopUp || line.topUp === null;
  });
}
