import { dayIn } from './format.ts';
import { DAY, HOUR, type Instant, toInstant, toMs } from './instant.ts';
import { expectedUse, type UseModel, weekdayOf } from './use-model.ts';

/*
 * What a person will use until some day is taken to be log-logistic about what the model expects: heavy tails, and
 * chance and quantiles in closed form. Its width is the person's own noise, and what is known of people in general:
 * habits change, and the more so the further one looks (docs/forecast.md).
 */

const OWN = 0.65;
const HABIT = 0.02;
const DRIFT = 0.0016;
/** Beyond it nothing is foretold; in days. */
const HORIZON = 366;
/** ln of the odds at the ends of an interval that holds 80 %. */
const EDGE = Math.log(9);
/** Halvings of the horizon, to the minute. */
const HALVINGS = 20;

export interface Outlook {
  model: UseModel;
  /** bytes that are left at `from` */
  remaining: number;
  from: Instant;
  /** IANA zone of the line's days */
  zone: string;
}

/** ln of the odds that what is left is used up within `span` days. */
function logOdds({ model, remaining }: Outlook, first: number, span: number): number {
  if (remaining <= 0) return Number.POSITIVE_INFINITY;
  const expected = expectedUse(model, first, span);
  if (expected <= 0) return Number.NEGATIVE_INFINITY;
  const chance = OWN * (1 / span + 1 / model.weight);
  const change = HABIT + DRIFT * (span + model.age);
  return Math.log(expected / remaining) / Math.sqrt(model.noise * (chance + change));
}

/** The day that most of the next 24 hours belong to. */
function firstWeekday({ from, zone }: Outlook): number {
  return weekdayOf(dayIn(toInstant(toMs(from) + 12 * HOUR), zone));
}

/** The chance that what is left does not last until `until`, 0 to 1. */
export function chanceBefore(outlook: Outlook, until: Instant): number {
  const span = (toMs(until) - toMs(outlook.from)) / DAY;
  return 1 / (1 + Math.exp(-logOdds(outlook, firstWeekday(outlook), Math.max(0, span))));
}

/** The days after which the odds are reached; null = not within the horizon. */
function spanTo(outlook: Outlook, first: number, odds: number): number | null {
  if (logOdds(outlook, first, HORIZON) < odds) return null;
  let before = 0;
  let after = HORIZON;
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = (before + after) / 2;
    if (logOdds(outlook, first, middle) < odds) before = middle;
    else after = middle;
  }
  return after;
}

/** When what is left is used up: the middle of what is thought possible, and an interval of 80 %. */
export interface RunOut {
  /** null = not within a year */
  early: Instant | null;
  point: Instant | null;
  late: Instant | null;
}

export function runOutOf(outlook: Outlook): RunOut {
  const first = firstWeekday(outlook);
  const at = (odds: number) => {
    const span = spanTo(outlook, first, odds);
    return span === null ? null : toInstant(toMs(outlook.from) + span * DAY);
  };
  return { early: at(-EDGE), point: at(0), late: at(EDGE) };
}
