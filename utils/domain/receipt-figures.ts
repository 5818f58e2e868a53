import { bucketName } from './bucket-name.ts';
import { formatData, formatMoney, formatVoice } from './format.ts';
import { type Instant, toMs } from './instant.ts';
import { dateFormat, numberFormat } from './intl.ts';
import type { Bucket, Reading } from './reading.ts';
import { inItsTurn } from './rise-words.ts';
import type { Settings } from './settings.ts';
import type { Rise } from './top-up.ts';
import type { Words } from './words.ts';

/** How a receipt's figures are put into words. `zone` is IANA. */
export interface Manner {
  words: Words;
  units: Settings['units'];
  zone: string;
}

/** A label and its value. */
export type Row = readonly [label: string, value: string];

/** To the second and with its zone, as evidence must be. */
export function exactly(at: Instant, { words, zone }: Manner): string {
  return dateFormat(words.locale, zone, { dateStyle: 'medium', timeStyle: 'long' }).format(toMs(at));
}

function amount(kind: Bucket['kind'], value: number, currency: string | null, manner: Manner): string {
  const { locale } = manner.words;
  if (kind === 'data') return formatData(value, manner.units, locale);
  if (kind === 'voice') return formatVoice(value, locale);
  if (kind === 'money' && currency) return formatMoney({ amount: value, currency }, locale);
  return numberFormat(locale, {}).format(value);
}

function bucketRow(bucket: Bucket, manner: Manner): Row {
  const { words } = manner;
  const { kind, currency, remaining, total } = bucket;
  const name = bucketName(bucket, words);
  if (bucket.unlimited) return [name, words.t('receiptUnlimited')];
  if (remaining === null) return [name, words.t('receiptUnknown')];
  const left = amount(kind, remaining, currency, manner);
  if (total === null) return [name, words.t('receiptLeft', left)];
  return [name, words.t('receiptLeftOf', left, amount(kind, total, currency, manner))];
}

/** What a reading said, in the carrier's order. */
export function readingRows(reading: Reading, manner: Manner): Row[] {
  const { words } = manner;
  const { asOf, credit, validUntil } = reading;
  return [
    ...(asOf ? [[words.t('receiptMeasured'), exactly(asOf, manner)] as const] : []),
    ...reading.buckets.map((bucket) => bucketRow(bucket, manner)),
    ...(credit ? [[words.t('receiptCredit'), formatMoney(credit, words.locale)] as const] : []),
    ...(validUntil ? [[words.t('receiptValidUntil'), exactly(validUntil.at, manner)] as const] : []),
  ];
}

/** What rose, with by how much. */
export function riseRow(rise: Rise, manner: Manner): Row {
  const { words } = manner;
  const { what, label, by, currency, until } = rise;
  if (what === 'validity') {
    return [words.t('receiptValidUntil'), until ? exactly(until, manner) : words.t('receiptUnknown')];
  }
  const name = what === 'credit' ? words.t('receiptCredit') : bucketName({ label, kind: what }, words);
  if (by === null) return [name, words.t('receiptUnlimited')];
  const added = `+${amount(what === 'credit' ? 'money' : what, by, currency, manner)}`;
  return [name, inItsTurn(rise, added, words)];
}
