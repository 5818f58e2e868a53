import { Failure } from '../../domain/failure.ts';
import { MANY, parseAnswer } from './answer.ts';
import { figure, looseId } from './loose.ts';
import { mappedDate } from './mapped-date.ts';
import { type Look, type MappedAt, meaning, textOf, wordOf } from './mapped-words.ts';
import { type AmountMapping, type BucketMapping, type Mapping, UNIT_IN_TEXT } from './mapping.ts';
import { type LooseBucket, lasting } from './normalise.ts';
import { scaled } from './numbers.ts';
import { unitOf } from './units.ts';

type Base = 1000 | 1024;
type Kind = LooseBucket['kind'];

const FIGURE_AND_UNIT = /^(\S+?)\s*(\p{L}+)$/u;
const NOTHING = { amount: null, kind: null };

/** The buckets of an answer; `found`: at least one of the figures has its place in it. Throws Failure. */
export function bucketsIn(mapping: Mapping, look: Look, at: MappedAt) {
  const base: Base = mapping.binary ? 1024 : 1000;
  const all = mapping.buckets.flatMap((bucket, index) =>
    itemsOf(bucket, look).map((item) => bucketIn(bucket, index, (path) => look(path, item), base, at)),
  );
  return { buckets: all.map(({ loose }) => loose), found: all.some(({ found }) => found) };
}

/** undefined stands for the whole answer. */
function itemsOf({ each }: BucketMapping, look: Look): unknown[] {
  if (each === undefined) return [undefined];
  const items = look(each);
  if (!Array.isArray(items) || items.length > MANY) throw new Failure('unreadable', 'no list of buckets');
  return items.map((item) => {
    if (typeof item === 'object' && item !== null) return item;
    throw new Failure('unreadable', 'a list of something else');
  });
}

function bucketIn(bucket: BucketMapping, index: number, look: Look, base: Base, at: MappedAt) {
  const { id, label, labelAt, scope, unlimited, state, validFrom, validUntil } = bucket;
  const places = [bucket.total, bucket.used, bucket.remaining, unlimited];
  const isUnlimited = unlimited !== undefined && among(unlimited.is, look(unlimited.at));
  // A figure beside "unlimited" is a sentinel or a left-over.
  const amountAt = (told?: AmountMapping) => (told ? amountIn(told, look, base) : NOTHING);
  const [total, used, remaining] = isUnlimited
    ? [NOTHING, amountAt(bucket.used), NOTHING]
    : [amountAt(bucket.total), amountAt(bucket.used), amountAt(bucket.remaining)];
  const from = validFrom && mappedDate(look(validFrom.at), validFrom, at.now, at.zone);
  const until = validUntil && mappedDate(look(validUntil.at), validUntil, at.now, at.zone);
  const told = state && look(state.at);
  const loose: LooseBucket = {
    id: id === undefined ? ownId(bucket, index) : parseAnswer(looseId, look(id)),
    label: (labelAt === undefined ? null : textOf(look(labelAt))) ?? label,
    kind: kindOf(bucket, [total.kind, used.kind, remaining.kind]),
    scope,
    state: state && (wordOf(told) === 'absent' ? 'active' : (meaning(told, state.words) ?? 'suspended')),
    total: total.amount,
    used: used.amount,
    remaining: remaining.amount,
    unlimited: isUnlimited,
    ...lasting(from, until),
  };
  return { loose, found: places.some((place) => place && look(place.at) !== undefined) };
}

/** Bytes, seconds, messages, or a plain figure. */
function amountIn({ at, unit, unitAt, none = [] }: AmountMapping, look: Look, base: Base) {
  const told = parseAnswer(figure, look(at));
  if (told === null || among(none, told)) return NOTHING;
  if (unit === UNIT_IN_TEXT) {
    const [, amount, name] = FIGURE_AND_UNIT.exec(String(told).trim()) ?? [];
    return inUnit(amount ?? '', name ?? '', base);
  }
  const name = unitAt === undefined ? unit : (textOf(look(unitAt)) ?? '');
  return name === undefined ? { amount: scaled(told), kind: null } : inUnit(told, name, base);
}

function inUnit(amount: string | number, name: string, base: Base) {
  const { factor, kind } = unitOf(name, base);
  return { amount: scaled(amount, factor), kind };
}

/** By the units that were told, else by those that the mapping names. Throws Failure where they contradict. */
function kindOf({ total, used, remaining }: BucketMapping, told: (Kind | null)[]): Kind {
  const places = [total, used, remaining].filter((place) => place !== undefined);
  const named = places.map(({ unit, unitAt }) =>
    unit === undefined || unit === UNIT_IN_TEXT || unitAt !== undefined ? null : unitOf(unit).kind,
  );
  const kinds = new Set([...told, ...named].filter((kind) => kind !== null));
  if (kinds.size > 1) throw new Failure('unreadable', 'units of different kinds');
  const [kind] = kinds;
  const isPlain = places.some(({ unit, unitAt }) => unit === undefined && unitAt === undefined);
  return kind ?? (isPlain ? 'other' : 'data');
}

/** Whether a value is one of some words. */
function among(words: readonly string[], value: unknown): boolean {
  const word = wordOf(value);
  return words.some((one) => one.trim().toLowerCase() === word);
}

/** The only bucket of its part of the mapping; those of a list are told apart by name. */
function ownId({ each }: BucketMapping, index: number): string | undefined {
  return each === undefined ? `bucket-${index + 1}` : undefined;
}
