import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CommandError, ExtensionState } from '../../utils/app/commands.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import type { PageDeps } from './page.ts';

export interface Extension {
  /** null = not answered yet */
  state: ExtensionState | null;
  glance: Glance | null;
  /** why nothing could be read; what was read before stays */
  error: CommandError | null;
  refresh: () => Promise<void>;
}

/** What is stored and how it stands, read when the page opens and after each change. */
export function useExtension(deps: PageDeps): Extension {
  const [known, setKnown] = useState<Omit<Extension, 'refresh'>>({ state: null, glance: null, error: null });
  const latest = useRef(0);
  const refresh = useCallback(async () => {
    latest.current += 1;
    const run = latest.current;
    const [reply, glance] = await Promise.all([deps.ask('state', {}), deps.readGlance()]);
    // An answer that was overtaken by a later one says nothing new.
    if (run !== latest.current) return;
    setKnown((before) => ({
      state: reply.ok ? reply.value : before.state,
      glance: glance ?? before.glance,
      error: reply.ok ? null : reply.error,
    }));
  }, [deps]);
  useEffect(() => {
    void refresh();
    return deps.onGlanceChanged(() => void refresh());
  }, [deps, refresh]);
  return { ...known, refresh };
}
