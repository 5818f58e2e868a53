import { daysLeft, formatData, formatTime } from '../domain/format.ts';
import { isStale } from '../domain/freshness.ts';
import type { Glance, GlanceLine, LineState } from '../domain/glance.ts';
import type { Instant } from '../domain/instant.ts';
import { capOf, formatSpeed } from '../domain/speed.ts';
import type { MessageKey, Words } from '../domain/words.ts';

type Reason = (line: GlanceLine, words: Words, now: Instant, amount: string, zone: string) => string;

const say =
  (key: MessageKey): Reason =>
  (_line, words) =>
    words.t(key);
const sayAmount =
  (key: MessageKey): Reason =>
  (line, words, _now, amount) =>
    line.headline.kind === 'data' ? words.t(key, amount) : words.t('tooltipOk');

const REASONS: Record<LineState, Reason> = {
  locked: say('tooltipLocked'),
  'signed-out': (line, words) =>
    words.t(line.failure?.kind === 'no-access' ? 'tooltipNoAccess' : 'tooltipSignedOut'),
  'line-gone': say('tooltipGone'),
  lapsed: (line, words) => byWhom(line, words, words.t('tooltipLapsed')),
  lapsing: (line, words, now, _amount, zone) => {
    const days = line.validUntil ? daysLeft(line.validUntil.at, now, zone) : 0;
    const lapsing = days > 0 ? words.n('tooltipLapsing', days) : words.t('tooltipLapsingToday');
    return byWhom(line, words, lapsing);
  },
  'used-up': say('tooltipUsedUp'),
  critical: sayAmount('tooltipCritical'),
  low: sayAmount('tooltipLow'),
  'not-activated': say('tooltipNotActivated'),
  suspended: say('tooltipSuspended'),
  'credit-burn': say('tooltipCreditBurn'),
  'credit-low': say('tooltipCreditLow'),
  throttled: (line, words) => {
    const cap = capOf(line);
    return cap ? words.t('tooltipThrottledTo', formatSpeed(cap, words.locale)) : words.t('tooltipThrottled');
  },
  ok: sayAmount('tooltipData'),
  unlimited: say('tooltipUnlimited'),
  unknown: say('tooltipUnknown'),
  'never-read': say('tooltipNeverRead'),
  paused: say('tooltipPaused'),
};

/** What is reckoned by the person's own rule says so. */
function byWhom({ validUntil }: GlanceLine, words: Words, reason: string): string {
  return validUntil?.rule ? words.t('tooltipByRule', reason) : reason;
}

/** One sentence on which line the badge shows and why, with the age of a figure that is old. */
export function tooltipOf(glance: Glance, words: Words, now: Instant, browserZone: string): string {
  const line = glance.lines.find(({ id }) => id === glance.badge.lineId);
  if (!line) return words.t('tooltipNone');
  const zone = line.zone ?? browserZone;
  const { headline } = line;
  const amount =
    headline.kind === 'data' ? formatData(headline.remaining, glance.settings.units, words.locale) : '';
  const reason =
    glance.badge.reason === 'top-up'
      ? words.t('tooltipTopUp')
      : REASONS[line.state](line, words, now, amount, zone);
  const old = line.checkedAt !== null && isStale(line.staleAt, now);
  const dated =
    old && line.checkedAt
      ? words.t('tooltipStale', reason, formatTime(line.checkedAt, words.locale, browserZone))
      : reason;
  return words.t(line.pinned && glance.lines.length > 1 ? 'tooltipPinned' : 'tooltipLine', line.name, dated);
}
