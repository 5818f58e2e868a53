import { daysLeft, formatData, formatDay, formatMoney } from '../utils/domain/format.ts';
import { isStale } from '../utils/domain/freshness.ts';
import type { GlanceLine, Headline } from '../utils/domain/glance.ts';
import type { Instant } from '../utils/domain/instant.ts';
import { numberFormat } from '../utils/domain/intl.ts';
import type { Settings } from '../utils/domain/settings.ts';
import { formatSpeed } from '../utils/domain/speed.ts';
import type { MessageKey, Words } from '../utils/domain/words.ts';
import { type Pace, paceOf, periodLeft } from './pace.ts';

/** Everything that stands in and under the ring. */
export interface Hero {
  figure: string;
  unit: string;
  under: string | null;
  time: string | null;
  share: number | null;
  notch: number | null;
  pace: MessageKey | null;
  stale: boolean;
  slow: boolean;
  label: string;
}

interface Source {
  line: GlanceLine;
  words: Words;
  units: Settings['units'];
  now: Instant;
}

type Part = Pick<Hero, 'figure' | 'unit' | 'under'> & { label?: string };

const PACE: Record<Pace, MessageKey> = {
  faster: 'popupPaceFaster',
  even: 'popupPaceEven',
  slower: 'popupPaceSlower',
};

export function heroOf(line: GlanceLine, words: Words, units: Settings['units'], now: Instant): Hero {
  const source = { line, words, units, now };
  const part = partOf(source);
  const stale = line.checkedAt !== null && isStale(line.staleAt, now, line.checkedAt);
  const left = line.share === null ? null : periodLeft(line.period, now);
  const pace = line.share === null || left === null || stale ? null : PACE[paceOf(line.share, left)];
  const label = part.label ?? [part.figure, part.unit, part.under].filter(Boolean).join(' ');
  const notchLabel = left === null ? null : words.t('popupRingNotch', percent(left, words.locale));
  return {
    ...part,
    label: [label, notchLabel].filter(Boolean).join(' '),
    time: timeOf(source),
    share: line.headline.kind === 'unlimited' ? 1 : line.share,
    notch: left,
    pace,
    stale,
    slow: line.state === 'throttled' || (line.headline.kind === 'unlimited' && line.headline.throttled),
  };
}

function partOf(source: Source): Part {
  const { line, words } = source;
  if (line.checkedAt === null) return bare('–', words.t('popupNeverRead'));
  switch (line.headline.kind) {
    case 'data':
      return dataPart(source, line.headline);
    case 'unlimited':
      return bare(words.t('popupUnlimited'), slowWords(source, line.headline));
    case 'unknown':
      return bare('?', words.t('popupNoFigure'));
    case 'none':
      return linePart(source);
  }
}

function dataPart({ words, units, line }: Source, headline: Extract<Headline, { kind: 'data' }>): Part {
  const remaining = formatData(headline.remaining, units, words.locale);
  const [figure, unit] = splitUnit(remaining);
  if (headline.total === null) return { figure, unit, under: words.t('popupLeft') };
  const total = formatData(headline.total, units, words.locale);
  const part = { figure, unit, under: words.t('popupOf', total) };
  if (line.share === null) return part;
  return { ...part, label: words.t('popupRingLabel', remaining, total, percent(line.share, words.locale)) };
}

function slowWords({ words }: Source, headline: Extract<Headline, { kind: 'unlimited' }>): string | null {
  if (!headline.throttled) return null;
  if (headline.throttledTo === null) return words.t('popupSlowed');
  return words.t('popupSlowedTo', formatSpeed(headline.throttledTo, words.locale));
}

/** A line without data shows how long its number lives, else its credit. */
function linePart({ line, words, now }: Source): Part {
  if (line.validUntil) {
    const days = daysLeft(line.validUntil.at, now, line.zone);
    const past = line.validUntil.rule ? 'popupNumberRulePast' : 'popupNumberLapsed';
    if (days < 0) return bare('0', words.t(past));
    if (days === 0) return bare('0', words.t('popupNumberToday'));
    return bare(numberFormat(words.locale, {}).format(days), words.n('popupNumberDays', days));
  }
  if (line.credit) return bare(formatMoney(line.credit, words.locale), words.t('popupCredit'));
  return bare('–', words.t('popupNothing'));
}

const bare = (figure: string, under: string | null): Part => ({ figure, unit: '', under });

function timeOf({ line, words, now }: Source): string | null {
  if (line.headline.kind === 'none') {
    if (!line.validUntil) return null;
    const day = formatDay(line.validUntil.at, words.locale, line.zone);
    return line.validUntil.estimated ? words.t('popupNumberAbout', day) : day;
  }
  if (!line.endsAt) return null;
  const days = daysLeft(line.endsAt, now, line.zone);
  if (days < 0) return words.t('popupEnded', formatDay(line.endsAt, words.locale, line.zone));
  if (days === 0) return words.t('popupLastDay');
  return words.n(line.endsAtEstimated ? 'popupDaysLeftAbout' : 'popupDaysLeft', days);
}

function percent(share: number, locale: string): string {
  return numberFormat(locale, { style: 'percent' }).format(share);
}

/** `3.21 GB` to its number and its unit, so that the unit may stand smaller. */
export function splitUnit(text: string): [string, string] {
  const parts = /^(.*\p{Nd})[\s\u00a0\u202f]*(\D*)$/u.exec(text);
  return parts ? [parts[1] ?? text, parts[2] ?? ''] : [text, ''];
}
