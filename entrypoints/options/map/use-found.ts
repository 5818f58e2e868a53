import { useEffect, useState } from 'preact/hooks';
import { isPointer, pointedAt } from '../../../utils/domain/pointer.ts';
import type { PageTools } from '../../../utils/providers/reader-contract.ts';

/** Expressions in a page: the language is fetched when it is first needed. */
export const queryHere: PageTools['query'] = async (answer, expressions) => {
  const { search } = await import('../../../utils/platform/expressions.ts');
  return search(answer, expressions);
};

/** What stands at a place, a pointer or an expression; undefined = nothing, or not found yet. */
export function useFound(answer: unknown, at: string | null): unknown {
  const [found, setFound] = useState<{ at: string; value: unknown } | null>(null);
  const asks = at !== null && !isPointer(at);
  useEffect(() => {
    let stale = false;
    if (asks)
      queryHere(answer, [at]).then(
        ([value]) => stale || setFound({ at, value }),
        () => stale || setFound({ at, value: undefined }),
      );
    return () => {
      stale = true;
    };
  }, [answer, at, asks]);
  if (at === null) return undefined;
  return asks ? (found?.at === at ? found.value : undefined) : pointedAt(answer, at);
}
