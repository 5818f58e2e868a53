import { Failure } from '../../domain/failure.ts';
import { pointedAt } from '../../domain/pointer.ts';
import type { Reading } from '../../domain/reading.ts';
import type { ReadContext } from '../contract.ts';
import { mappedReading } from './mapped-reading.ts';
import type { Mapping } from './mapping.ts';

/** The reading of an answer by a mapping. Throws Failure. */
export async function mapped(
  mapping: Mapping,
  answer: unknown,
  { now, zone }: Pick<ReadContext, 'now' | 'zone'>,
): Promise<Reading> {
  if (answer === null) throw new Failure('unreadable', 'nothing');
  const look = (expression: string, item: unknown = answer) => pointedAt(item, expression);
  return mappedReading(mapping, look, { now, zone });
}
