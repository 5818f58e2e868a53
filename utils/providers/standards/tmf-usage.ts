import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import { listOf, MANY, orUnknown, text } from './answer.ts';
import { dateTime } from './dates.ts';
import { dateText, looseId, oneOrMany } from './loose.ts';
import { bucketFields, type TmfBucket } from './tmf-buckets.ts';
import { ofLine, referred } from './tmf-lines.ts';
import { quantityAnswer, quantityOf } from './tmf-quantity.ts';

const counterAnswer = z.object({ counterType: text, level: text, value: quantityAnswer });

const bucketAnswer = z.object({
  ...bucketFields,
  remainingValue: quantityAnswer,
  bucketCounter: orUnknown(listOf(counterAnswer, MANY)),
});

const buckets = z.optional(z.nullable(listOf(bucketAnswer, MANY)));
/** Older versions call the list of buckets `bucketRefOrValue`. */
const holder = { bucket: buckets, bucketRefOrValue: buckets, product: referred };

const partAnswer = z.object({ ...holder, logicalResource: referred, lastUpdate: dateText });

/** A report, or a query whose answer stands in `usageConsumption` once it is done; one or a list of them. */
export const usageAnswer = oneOrMany(
  z.object({
    ...holder,
    '@type': text,
    id: looseId,
    href: text,
    effectiveDate: dateText,
    state: text,
    searchCriteria: z.optional(z.unknown()),
    usageConsumption: z.optional(z.nullable(listOf(partAnswer, MANY))),
  }),
);

type Item = z.infer<typeof usageAnswer>[number];
type BucketAnswer = z.infer<typeof bucketAnswer>;

interface Usage {
  buckets: TmfBucket[];
  /** when its parts were measured, as it is told */
  measured: string[];
}

/**
 * What counts of an answer: the newest report, else the answered query; of `line` where they say whose they are.
 * Throws Failure: `carrier-down` for a query that is not answered yet, `unreadable` for anything else.
 */
export function reportIn(items: readonly Item[], line: string): Usage {
  const reports = preferred(
    items.filter((item) => listIn(item) !== null),
    line,
    ({ product }) => product,
  );
  const [report] = reports.toSorted((a, b) => time(b.effectiveDate).localeCompare(time(a.effectiveDate)));
  if (report) {
    return { buckets: (listIn(report) ?? []).map(bucketIn), measured: told(report.effectiveDate) };
  }
  const [query] = items;
  return query ? answered(query, line) : { buckets: [], measured: [] };
}

function answered(query: Item, line: string): Usage {
  const { state, usageConsumption } = query;
  const done = state?.trim().toLowerCase() === 'done';
  if (state !== null && !done) throw new Failure('carrier-down', 'a query that is not done');
  if (!usageConsumption) {
    if (!done && isQuery(query)) throw new Failure('carrier-down', 'a query without an answer yet');
    throw new Failure('unreadable', 'neither a report nor a query');
  }
  const parts = preferred(usageConsumption, line, (part) => [...part.product, ...part.logicalResource]);
  const lists = parts.map(listIn);
  if (lists.length > 0 && lists.every((list) => list === null)) {
    throw new Failure('unreadable', 'usage without buckets');
  }
  return {
    buckets: lists.flatMap((list) => list ?? []).map(bucketIn),
    measured: parts.flatMap(({ lastUpdate }) => told(lastUpdate)),
  };
}

/** Only a report has a date; whatever else has a place of its own is the task that a query makes. */
function isQuery({ '@type': type, searchCriteria, effectiveDate, id, href }: Item): boolean {
  const isNamed = type === 'QueryUsageConsumption' || searchCriteria !== undefined;
  return isNamed || (effectiveDate === null && id !== null && href !== null);
}

/** `remainingValue`, else the counter of what remains; a counter of one user among several says nothing of all. */
function bucketIn(bucket: BucketAnswer): TmfBucket {
  return {
    told: bucket,
    remaining: quantityOf(bucket.remainingValue) ?? counter(bucket, 'remaining'),
    used: counter(bucket, 'used'),
  };
}

function counter({ bucketCounter }: BucketAnswer, type: string) {
  const counters = (bucketCounter ?? []).filter((one) => one.counterType?.trim().toLowerCase() === type);
  const global = counters.find(({ level }) => level?.trim().toLowerCase() === 'global');
  const [only, another] = counters;
  const counts = global ?? (another ? undefined : only);
  return counts ? quantityOf(counts.value) : null;
}

/**
 * Those of `line`, which is the product that was asked for. Where none is, and some name no product, the names are of
 * another sort, and all are kept. Throws Failure `unreadable` where each is of another product.
 */
function preferred<T extends { product: readonly string[] }>(
  all: readonly T[],
  line: string,
  names: (item: T) => readonly string[],
): readonly T[] {
  const own = ofLine(all, line, names);
  if (own.length > 0) return own;
  if (all.length > 0 && all.every(({ product }) => product.length > 0))
    throw new Failure('unreadable', 'the usage of another line');
  return all;
}

function listIn(item: { bucket?: BucketAnswer[] | null; bucketRefOrValue?: BucketAnswer[] | null }) {
  return item.bucket ?? item.bucketRefOrValue ?? null;
}

function told(date: string | null): string[] {
  return date === null ? [] : [date];
}

/** Only for telling which of two is the newer. */
function time(date: string | null): string {
  return (date === null ? null : dateTime(date, 'UTC'))?.at ?? '';
}
