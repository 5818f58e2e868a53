import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Ask } from '../../utils/app/commands.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import { readGlance } from '../../utils/platform/database/glance-reader.ts';
import { connectPage, onGlanceChanged } from '../../utils/platform/messages.ts';

export interface GlanceSource {
  /** null = there is none that can be read */
  glance: Glance | null;
  /** it is being rebuilt */
  rebuilding: boolean;
  rebuild: () => void;
}

/** The glance as it stands, read anew whenever the background wrote it, and rebuilt where there was none. */
export function useGlance(first: Glance | null, ask: Ask): GlanceSource {
  const [glance, setGlance] = useState(first);
  const [rebuilding, setRebuilding] = useState(first === null);
  const read = useCallback(async () => {
    const next = await readGlance();
    // A record that cannot be read just now does not erase the figures that are shown.
    if (next) setGlance((shown) => (shown?.revision === next.revision ? shown : next));
  }, []);
  const rebuild = useCallback(async () => {
    setRebuilding(true);
    await ask('rebuild-glance', {});
    await read();
    setRebuilding(false);
  }, [ask, read]);
  useEffect(() => {
    const stop = onGlanceChanged(() => void read());
    // What was written between the page's first look and this moment was told to nobody.
    void read();
    return stop;
  }, [read]);
  useEffect(() => connectPage(() => void ask('tick', {})), [ask]);
  useEffect(() => {
    if (first === null) void rebuild();
  }, [first, rebuild]);
  return { glance, rebuilding, rebuild: () => void rebuild() };
}
