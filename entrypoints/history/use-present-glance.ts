import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Glance } from '../../utils/domain/glance.ts';
import type { HistoryDeps } from './page.ts';

/** The glance, read anew whenever the background wrote it; what cannot be read just now does not erase it. */
export function usePresentGlance(
  deps: Pick<HistoryDeps, 'readGlance' | 'onGlanceChanged'>,
  first: Glance | null,
): { glance: Glance | null; refresh: () => Promise<void> } {
  const [glance, setGlance] = useState(first);
  const refresh = useCallback(async () => {
    const next = await deps.readGlance();
    if (next) setGlance(next);
  }, [deps]);
  useEffect(() => deps.onGlanceChanged(() => void refresh()), [deps, refresh]);
  return { glance, refresh };
}
