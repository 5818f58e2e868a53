import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Glance } from '../../utils/domain/glance.ts';
import type { HistoryDeps } from './page.ts';

/** The glance, read anew whenever the background wrote it; what cannot be read just now does not erase it. */
export function usePresentGlance(
  deps: Pick<HistoryDeps, 'ask' | 'readGlance' | 'onGlanceChanged'>,
  first: Glance | null,
): { glance: Glance | null; waiting: boolean; refresh: () => Promise<void> } {
  const [glance, setGlance] = useState(first);
  const [waiting, setWaiting] = useState(first === null);
  const refresh = useCallback(async () => {
    const next = await deps.readGlance();
    if (next) setGlance(next);
  }, [deps]);
  useEffect(() => deps.onGlanceChanged(() => void refresh()), [deps, refresh]);
  useEffect(() => {
    // There is none before the background has been at work, or none that can be read.
    if (first !== null) return;
    void deps
      .ask('rebuild-glance', {})
      .then(refresh)
      .then(() => setWaiting(false));
  }, [deps, first, refresh]);
  return { glance, waiting, refresh };
}
