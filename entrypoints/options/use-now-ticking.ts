import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../utils/domain/instant.ts';

const STEP_MS = 15_000;

/** The present instant, renewed as long as the page is open, so that ages grow. */
export function useNowTicking(now: () => Instant): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), STEP_MS);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
