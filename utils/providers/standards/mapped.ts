import { Failure } from '../../domain/failure.ts';
import { isPointer, pointedAt } from '../../domain/pointer.ts';
import type { Reading } from '../../domain/reading.ts';
import type { PageTools, ReadAt } from '../reader-contract.ts';
import { mappedReading } from './mapped-reading.ts';
import type { Look } from './mapped-words.ts';
import { expressionsIn, type Mapping } from './mapping.ts';

/** The reading of an answer by a mapping. Throws Failure. */
export async function mapped(
  mapping: Mapping,
  answer: unknown,
  { now, zone, query }: ReadAt & Pick<PageTools, 'query'>,
): Promise<Reading> {
  if (answer === null) throw new Failure('unreadable', 'nothing');
  const asked = [...new Set(expressionsIn(mapping).filter((expression) => !isPointer(expression)))];
  const found = asked.length > 0 ? await query(answer, asked) : [];
  const told = new Map(asked.map((expression, index) => [expression, found[index]]));
  const look: Look = (expression, item = answer) =>
    isPointer(expression) ? pointedAt(item, expression) : told.get(expression);
  return mappedReading(mapping, look, { now, zone });
}
