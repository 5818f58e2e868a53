import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route } from './route.ts';

/** Where the person is, and whether they came there by a link rather than by opening the page. */
export function useRoute(): { hash: string; route: Route; arrived: boolean } {
  const [at, setAt] = useState({ hash: location.hash, arrived: false });
  useEffect(() => {
    const follow = () => setAt({ hash: location.hash, arrived: true });
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return { ...at, route: parseRoute(at.hash) };
}
