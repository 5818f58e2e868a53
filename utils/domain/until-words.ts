import type { Foreseen } from './forecast-words.ts';
import { formatData, formatDay } from './format.ts';
import type { Verdict } from './glance.ts';
import { type Instant, toInstant } from './instant.ts';
import { numberFormat } from './intl.ts';
import type { Settings } from './settings.ts';
import { addDays, startOfDay } from './stretches.ts';
import { answerFor, type DayAnswer } from './until.ts';
import type { UntilDay } from './until-day.ts';
import type { MessageKey, Words } from './words.ts';

export interface UntilSource {
  words: Words;
  units: Settings['units'];
  now: Instant;
  /** IANA zone of the line */
  zone: string;
}

const VERDICTS: Record<Verdict, MessageKey> = {
  lasts: 'untilLasts',
  'may-run-out': 'untilMay',
  'runs-out': 'untilRunsOut',
  open: 'untilNoHistory',
};

const NOTHING: Record<Exclude<DayAnswer['kind'], 'answer'>, MessageKey> = {
  past: 'untilProblem',
  unlimited: 'untilUnlimited',
  unknown: 'untilUnknown',
  none: 'untilNone',
  'used-up': 'untilUsedUp',
};

/** A calendar day in words. */
export function dayWords(day: string, { words, zone }: Pick<UntilSource, 'words' | 'zone'>): string {
  return formatDay(toInstant(startOfDay(day, zone)), words.locale, zone);
}

/** `Flight home, 12 Dec 2026`, or the day alone. */
export function untilName({ day, label }: UntilDay, source: Pick<UntilSource, 'words' | 'zone'>): string {
  const date = dayWords(day, source);
  return label === '' ? date : source.words.t('untilOf', label, date);
}

/** Never wholly sure, and no more exact than such a figure can be. */
function chanceWords(chance: number, locale: string): string {
  const rounded = Math.min(0.95, Math.max(0.05, Math.round((1 - chance) * 20) / 20));
  return numberFormat(locale, { style: 'percent' }).format(rounded);
}

/** The answer in a sentence that says it, and those that say why. */
export interface UntilWords {
  verdict: string;
  more: string[];
}

/** Does it last to the end of a day, how likely, and what a day would make it? */
export function untilWords(line: Foreseen, day: string, source: UntilSource): UntilWords {
  const { words, units, now, zone } = source;
  const answer = answerFor(line, day, now, zone);
  if (answer.kind !== 'answer') return { verdict: words.t(NOTHING[answer.kind]), more: [] };
  const { at, sooner, verdict, chance, perDay } = answer;
  const date = sooner ? formatDay(at, words.locale, zone) : dayWords(day, source);
  const data = (bytes: number) => formatData(bytes, units, words.locale);
  const { forecast } = line;
  const more = [
    sooner && words.t(sooner === 'renews' ? 'untilRenewsFirst' : 'untilEndsFirst', date),
    chance !== null && words.t('untilChance', chanceWords(chance, words.locale)),
    words.t('untilPerDay', data(perDay)),
    forecast.kind === 'estimate' && words.t('untilLately', data(Math.round(forecast.model.level))),
  ];
  return {
    verdict: words.t(VERDICTS[verdict], date),
    more: more.filter((text) => text !== false && text !== null),
  };
}

/** The days that may be asked about: from today to a year from now. */
export function askableDays(today: string): { first: string; last: string } {
  return { first: today, last: addDays(today, 366) };
}
