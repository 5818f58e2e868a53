import { Failure } from '../../domain/failure.ts';
import type { Money, Reading } from '../../domain/reading.ts';
import { parseAnswer } from './answer.ts';
import { figure } from './loose.ts';
import { bucketsIn } from './mapped-buckets.ts';
import { mappedDate } from './mapped-date.ts';
import { type Look, type MappedAt, meaning, textOf } from './mapped-words.ts';
import type { Mapping } from './mapping.ts';
import { bucketList, money, reading } from './normalise.ts';
import { scaled } from './numbers.ts';
import { cleanTextOrNull } from './text.ts';

/**
 * The reading of an answer by a mapping. Throws Failure: what the mapping says of errors, and `unreadable` where
 * nothing that it points at is in the answer any more, or a figure cannot be.
 */
export function mappedReading(mapping: Mapping, lookAnywhere: Look, at: MappedAt): Reading {
  const { failure, root, status, planName, asOf, validUntil } = mapping;
  const error = failure && meaning(lookAnywhere(failure.at), failure.words);
  if (error) throw new Failure(error, 'as the mapping says');
  const below = root === undefined ? undefined : lookAnywhere(root);
  const look: Look = (expression, item) => lookAnywhere(expression, item ?? below);
  const lineStatus = status ? (meaning(look(status.at), status.words) ?? 'unknown') : 'active';
  if (lineStatus === 'gone') throw new Failure('line-gone', 'as the mapping says');
  const date = (told: Mapping['asOf']) => (told ? mappedDate(look(told.at), told, at.now, at.zone) : null);
  const { buckets, found } = bucketsIn(mapping, look, at);
  const credit = creditIn(mapping, look);
  const misses = buckets.length > 0 || mapping.credit;
  if (misses && !found && credit === undefined) throw new Failure('unreadable', 'the mapping finds nothing');
  return reading({
    lineStatus,
    planName: planName === undefined ? null : cleanTextOrNull(textOf(look(planName))),
    asOf: date(asOf)?.at ?? null,
    validUntil: date(validUntil),
    credit: credit ?? null,
    buckets: bucketList(buckets),
  });
}

/** undefined = the answer has no place for it; null = nothing stands there. */
function creditIn({ credit }: Mapping, look: Look): Money | null | undefined {
  if (!credit) return undefined;
  const told = look(credit.at);
  const amount = parseAnswer(figure, told);
  if (amount === null) return told === undefined ? undefined : null;
  const currency = credit.currency ?? textOf(look(credit.currencyAt ?? '')) ?? '';
  return credit.minor ? { ...money(0, currency), amount: scaled(amount) } : money(amount, currency);
}
