import { daysLeft } from '../../utils/domain/format.ts';
import type { AlertKind, GlanceLine, OpenAlert } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { Words } from '../../utils/domain/words.ts';

type Say = (alert: OpenAlert, line: GlanceLine, words: Words, now: Instant) => string;

const SAY: Record<AlertKind, Say> = {
  low: (_alert, _line, words) => words.t('alertLow'),
  critical: (_alert, _line, words) => words.t('alertCritical'),
  'used-up': (_alert, _line, words) => words.t('alertUsedUp'),
  'run-out': (_alert, _line, words) => words.t('alertRunOut'),
  'bundle-ends': bundleEnds,
  lapse,
  'credit-low': (_alert, _line, words) => words.t('alertCreditLow'),
  'topped-up': (_alert, _line, words) => words.t('alertToppedUp'),
  'top-up-overdue': (_alert, _line, words) => words.t('alertTopUpOverdue'),
  'top-up-failed': (_alert, _line, words) => words.t('alertTopUpFailed'),
  'sign-in': (_alert, _line, words) => words.t('alertSignIn'),
  'line-gone': (_alert, _line, words) => words.t('alertLineGone'),
  'hosts-changed': (_alert, _line, words) => words.t('alertHostsChanged'),
};

/** An open alert in one sentence, with the days that are left now and not those of when it was raised. */
export function alertSentence(alert: OpenAlert, line: GlanceLine, words: Words, now: Instant): string {
  return SAY[alert.kind](alert, line, words, now);
}

function bundleEnds(alert: OpenAlert, line: GlanceLine, words: Words, now: Instant): string {
  const name = alert.label ?? line.name;
  const end = line.buckets.find(({ label, validUntil }) => label === alert.label && validUntil)?.validUntil;
  const days = end ? daysLeft(end, now, line.zone) : (alert.days ?? 0);
  return days > 0 ? words.n('alertBundleEnds', days, name) : words.t('alertBundleEndsToday', name);
}

function lapse(alert: OpenAlert, line: GlanceLine, words: Words, now: Instant): string {
  const days = line.validUntil ? daysLeft(line.validUntil.at, now, line.zone) : (alert.days ?? 0);
  if (days < 0) return words.t('alertLapsed');
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
