import { daysLeft, formatBadgeData } from './format.ts';
import { isStale } from './freshness.ts';
import type { Badge, BadgeTone, GlanceLine, LineState } from './glance.ts';
import type { Instant } from './instant.ts';
import { SEVERITY_ORDER } from './line-state.ts';
import type { Settings } from './settings.ts';
import { isPending } from './top-up-outcome.ts';

type BadgeSettings = Pick<Settings, 'units' | 'badge'>;

const EMPTY: Badge = {
  text: '',
  tone: 'quiet',
  ring: null,
  stale: false,
  slow: false,
  lineId: null,
  reason: 'none',
};

const TONES: Record<LineState, BadgeTone> = {
  lapsing: 'attention',
  locked: 'attention',
  'signed-out': 'attention',
  'line-gone': 'attention',
  lapsed: 'attention',
  suspended: 'attention',
  'credit-burn': 'critical',
  'used-up': 'critical',
  critical: 'critical',
  low: 'low',
  'credit-low': 'low',
  throttled: 'low',
  ok: 'ok',
  unlimited: 'ok',
  'not-activated': 'quiet',
  unknown: 'quiet',
  'never-read': 'quiet',
  paused: 'quiet',
};

/**
 * What the toolbar shows: the line that needs the person most, or the pinned one. Ignored lines never.
 * `zone` (IANA) is the browser's, for lines without one.
 */
export function badgeOf(
  lines: readonly GlanceLine[],
  settings: BadgeSettings,
  now: Instant,
  zone: string,
): Badge {
  const shown = lines.filter(({ ignored }) => !ignored).toSorted(byNeed);
  const worst = shown[0];
  if (!worst) return EMPTY;
  const line = worst.state === 'lapsing' ? worst : (shown.find(({ pinned }) => pinned) ?? worst);
  return {
    text: textOf({ ...line, zone: line.zone ?? zone }, settings, now),
    tone: TONES[line.state],
    ring: ringOf(line),
    stale: line.checkedAt !== null && isStale(line.staleAt, now, line.checkedAt),
    slow: line.state === 'throttled' || (line.headline.kind === 'unlimited' && line.headline.throttled),
    lineId: line.id,
    reason: reasonOf(line, shown.length),
  };
}

/** The worst first, then the one with the least time left, then the one with the least data. */
function byNeed(a: GlanceLine, b: GlanceLine): number {
  const severity = SEVERITY_ORDER.indexOf(a.state) - SEVERITY_ORDER.indexOf(b.state);
  if (severity !== 0) return severity;
  const [endA, endB] = [endOfTime(a), endOfTime(b)];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return (a.share ?? 1) - (b.share ?? 1);
}

/** Sorts after every instant where the end is not known. */
function endOfTime({ state, validUntil, endsAt }: GlanceLine): string {
  return (state === 'lapsing' ? validUntil?.at : endsAt) ?? '~';
}

function reasonOf(line: GlanceLine, shown: number): Badge['reason'] {
  if (TONES[line.state] === 'attention') return line.state;
  if (line.topUp && isPending(line.topUp)) return 'top-up';
  if (line.pinned) return 'pinned';
  return shown === 1 ? 'only' : line.state;
}

function textOf(line: GlanceLine, settings: BadgeSettings, now: Instant): string {
  switch (line.state) {
    case 'lapsing':
      return line.validUntil ? days(line.validUntil.at, now, line.zone) : '!';
    case 'locked':
    case 'signed-out':
    case 'line-gone':
    case 'lapsed':
    case 'suspended':
      return '!';
    case 'used-up':
      return '0';
    default:
      return line.checkedAt === null ? '?' : figure(line, settings, now);
  }
}

function figure(line: GlanceLine, { badge, units }: BadgeSettings, now: Instant): string {
  const { headline, share, endsAt, zone } = line;
  if (badge === 'percent' && share !== null) return percent(share);
  if (badge === 'days' && endsAt) return days(endsAt, now, zone);
  if (headline.kind === 'data') return formatBadgeData(headline.remaining, units);
  if (headline.kind === 'unlimited') return '∞';
  if (headline.kind === 'unknown') return '?';
  return line.validUntil ? days(line.validUntil.at, now, zone) : '';
}

/** Never `0%` while something is left. */
function percent(share: number): string {
  return share > 0 && share < 0.01 ? '<1%' : `${Math.floor(share * 100)}%`;
}

/** `5d`; `3y` where the days need more than three digits. */
function days(at: Instant, now: Instant, zone: string | null): string {
  const left = Math.max(0, daysLeft(at, now, zone));
  return left < 1000 ? `${left}d` : `${Math.floor(left / 365)}y`;
}

function ringOf({ headline, share, state }: GlanceLine): number | null {
  if (state === 'used-up') return 0;
  return headline.kind === 'unlimited' ? 1 : share;
}
