import { type CallKind, countedOf } from './counted.ts';
import type { AlertKind, OpenAlert } from './glance.ts';
import { headlineOf } from './headline.ts';
import type { Thresholds } from './line.ts';
import type { Reading } from './reading.ts';
import type { AlertEpisode } from './records.ts';
import { levelOf } from './thresholds.ts';

/** What an episode's key says: `low`, `lapse-7`, `bundle-ends-3:<bucket id>`, `topped-up:<top-up id>`. */
export interface AlertKey {
  kind: AlertKind;
  /** the step: at most this many days before the end */
  days: number | null;
  /** the bucket's or the top-up's id */
  subject: string | null;
}

type Shape = 'plain' | 'days' | 'days-of' | 'of';

const SHAPES: Record<AlertKind, Shape> = {
  low: 'plain',
  critical: 'plain',
  'used-up': 'plain',
  'run-out': 'plain',
  'bundle-ends': 'days-of',
  lapse: 'days',
  'credit-low': 'plain',
  'credit-burn': 'plain',
  'voice-low': 'plain',
  'voice-used-up': 'plain',
  'sms-low': 'plain',
  'sms-used-up': 'plain',
  'topped-up': 'of',
  'top-up-overdue': 'of',
  'top-up-failed': 'of',
  'sign-in': 'plain',
  'line-gone': 'plain',
  'hosts-changed': 'plain',
};

function isKind(text: string): text is AlertKind {
  return Object.hasOwn(SHAPES, text);
}

/** The key of an episode; `parseAlertKey` reads it back. */
export function alertKey(kind: AlertKind, days: number | null = null, subject: string | null = null): string {
  return kind + (days === null ? '' : `-${days}`) + (subject === null ? '' : `:${subject}`);
}

/** null = a key that this version does not know */
export function parseAlertKey(key: string): AlertKey | null {
  const match = /^([a-z-]+?)(?:-(\d+))?(?::(.*))?$/s.exec(key);
  const kind = match?.[1] ?? '';
  if (!isKind(kind)) return null;
  const days = match?.[2] === undefined ? null : Number(match[2]);
  const subject = match?.[3] ?? null;
  const shape = SHAPES[kind];
  const hasDays = shape === 'days' || shape === 'days-of';
  const hasSubject = shape === 'of' || shape === 'days-of';
  return hasDays === (days !== null) && hasSubject === (subject !== null) ? { kind, days, subject } : null;
}

const LEVELS: readonly AlertKind[] = ['low', 'critical', 'used-up'];
const CALLS: Partial<Record<AlertKind, CallKind>> = {
  'voice-low': 'voice',
  'voice-used-up': 'voice',
  'sms-low': 'sms',
  'sms-used-up': 'sms',
};
const USED_UP: readonly AlertKind[] = ['voice-used-up', 'sms-used-up'];
/** What is told of the latest reading alone, or not at all. */
const OF_READING: readonly AlertKind[] = ['bundle-ends', 'credit-low', 'credit-burn', 'run-out'];

/** Alerts of one ladder speak of one thing, so that only the highest rung stands. */
export function ladderOf({ kind, subject }: AlertKey): string {
  if (LEVELS.includes(kind)) return 'level';
  return CALLS[kind] ?? (subject === null ? kind : `${kind}:${subject}`);
}

/** How urgent an alert is within its ladder; higher is more urgent. */
export function rankOf({ kind, days }: AlertKey): number {
  return days === null ? LEVELS.indexOf(kind) + Number(USED_UP.includes(kind)) : -days;
}

interface StandsInput {
  reading: Reading | null;
  /** it is known when the number lapses */
  lapses: boolean;
  thresholds: Thresholds;
}

/** How urgent the figure of a reading is; -1 = not at all, or not known. */
function levelIn(reading: Reading, own: Thresholds): number {
  const headline = headlineOf(reading);
  if (headline.kind !== 'data') return -1;
  const level = levelOf(headline.remaining, headline.total, own);
  return level === 'ok' ? -1 : LEVELS.indexOf(level);
}

/** What the reading no longer tells is not shown, though its episode stays open until it is known again. */
function stands({ kind, subject }: AlertKey, { reading, lapses, thresholds: own }: StandsInput): boolean {
  if (kind === 'lapse') return lapses;
  const calls = CALLS[kind];
  if (!reading) return !LEVELS.includes(kind) && !calls && !OF_READING.includes(kind);
  if (calls) return countedOf(reading, calls) !== null;
  if (kind === 'run-out') return headlineOf(reading).kind === 'data';
  if (LEVELS.includes(kind)) return LEVELS.indexOf(kind) <= levelIn(reading, own);
  if (kind === 'credit-low' || kind === 'credit-burn') return reading.credit !== null;
  return kind !== 'bundle-ends' || reading.buckets.some(({ id }) => id === subject);
}

/**
 * The alerts that stand in the popup: open episodes, the most urgent step of each, oldest first, and none that the
 * figure beside it would belie.
 */
export function openAlerts(episodes: readonly AlertEpisode[], input: StandsInput): OpenAlert[] {
  const { reading } = input;
  const shown = new Map<string, { key: AlertKey; episode: AlertEpisode }>();
  for (const episode of episodes) {
    const key = parseAlertKey(episode.key);
    if (episode.endedAt !== null || !key || !stands(key, input)) continue;
    const rival = shown.get(ladderOf(key));
    if (!rival || rankOf(key) > rankOf(rival.key)) shown.set(ladderOf(key), { key, episode });
  }
  return [...shown.values()]
    .toSorted((a, b) => (a.episode.raisedAt < b.episode.raisedAt ? -1 : 1))
    .map(({ key, episode }) => ({
      kind: key.kind,
      key: episode.key,
      since: episode.raisedAt,
      days: key.days,
      label: reading?.buckets.find(({ id }) => id === key.subject)?.label ?? null,
    }));
}
