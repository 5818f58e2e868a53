import { Failure, type FailureKind } from '../../domain/failure.ts';

/**
 * What went wrong, seen from a dialect that answers on its own network alone: a failure of one of these kinds means
 * that it was asked from another.
 */
export function elsewhere(error: unknown, kinds: readonly FailureKind[]): unknown {
  const fits = error instanceof Failure && kinds.includes(error.kind);
  return fits ? new Failure('wrong-network', error.detail) : error;
}
