import { burnOf } from './credit-burn.ts';
import { daysLeft } from './format.ts';
import type { LineState } from './glance.ts';
import { headlineOf, isPartlyUnknown, isThrottled } from './headline.ts';
import type { Instant } from './instant.ts';
import type { Line, LineKind } from './line.ts';
import type { Reading } from './reading.ts';
import type { Attempt, ReadingRow } from './records.ts';
import { isCreditLow, levelOf } from './thresholds.ts';
import type { Validity } from './validity.ts';

/** Worst first. A number that is about to be lost comes before all: nothing else cannot be undone. */
export const SEVERITY_ORDER: readonly LineState[] = [
  'lapsing',
  'locked',
  'signed-out',
  'line-gone',
  'lapsed',
  'credit-burn',
  'used-up',
  'critical',
  'low',
  'credit-low',
  'suspended',
  'not-activated',
  'throttled',
  'ok',
  'unlimited',
  'unknown',
  'never-read',
  'paused',
];

/** A number that lapses within so many calendar days needs the person now. */
const LAPSING_DAYS = 7;

/** Lines of these kinds may well hold no data at all. */
const KINDS_WITHOUT_DATA: readonly LineKind[] = ['phone', 'calling', 'number-keeping'];

export interface LineStateInput {
  line: Line;
  /** the latest reading; null = never read */
  row: ReadingRow | null;
  /** null = when the number lapses is not known */
  validity: Validity | null;
  attempt: Attempt | null;
  /** the line's secret is wrapped and the passphrase has not been entered */
  locked: boolean;
  now: Instant;
  /** IANA zone in which the line's days are counted; null = the browser's */
  zone: string | null;
}

/** What a line needs of the person, one word. */
export function lineStateOf(input: LineStateInput): LineState {
  const { line, row, attempt, locked } = input;
  if (line.paused) return 'paused';
  const lapse = lapseOf(input);
  if (lapse === 'lapsing') return lapse;
  if (locked) return 'locked';
  const access = accessOf(attempt);
  if (access) return access;
  if (lapse) return lapse;
  if (!row) return 'never-read';
  return statusOf(row.reading) ?? worst(stateOfData(row.reading, line), stateOfCredit(row, line));
}

function stateOfCredit({ reading, watch }: ReadingRow, { thresholds }: Line): LineState | null {
  if (reading.credit && burnOf(watch)) return 'credit-burn';
  return isCreditLow(reading.credit, thresholds) ? 'credit-low' : null;
}

function worst(a: LineState, b: LineState | null): LineState {
  return b && SEVERITY_ORDER.indexOf(b) < SEVERITY_ORDER.indexOf(a) ? b : a;
}

function lapseOf({ row, validity, now, zone }: LineStateInput): 'lapsed' | 'lapsing' | null {
  if (row?.reading.lineStatus === 'expired') return 'lapsed';
  const at = validity?.at;
  if (!at) return null;
  if (at <= now) return 'lapsed';
  return daysLeft(at, now, zone) <= LAPSING_DAYS ? 'lapsing' : null;
}

function accessOf(attempt: Attempt | null): LineState | null {
  const kind = attempt?.failure?.kind;
  if (kind === 'signed-out' || kind === 'no-access') return 'signed-out';
  return kind === 'line-gone' ? kind : null;
}

function statusOf({ lineStatus }: Reading): LineState | null {
  return lineStatus === 'suspended' || lineStatus === 'not-activated' ? lineStatus : null;
}

function stateOfData(reading: Reading, line: Line): LineState {
  if (isThrottled(reading)) return 'throttled';
  const headline = headlineOf(reading);
  switch (headline.kind) {
    case 'unlimited':
      return 'unlimited';
    case 'data': {
      const level = levelOf(headline.remaining, headline.total, line.thresholds);
      return level !== 'ok' && isPartlyUnknown(reading) ? 'unknown' : level;
    }
    case 'unknown':
      return 'unknown';
    case 'none':
      return KINDS_WITHOUT_DATA.includes(line.kind) ? 'ok' : 'unknown';
  }
}
