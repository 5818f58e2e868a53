import { useRef, useState } from 'preact/hooks';
import type { CommandError } from '../utils/app/commands.ts';

type Reply<T> = { ok: true; value: T } | { ok: false; error: CommandError };

export interface Work {
  busy: boolean;
  /** why the last try did not succeed; gone when the next begins */
  error: CommandError | null;
  /** Begins the work unless it is going on: a second press while busy does nothing and answers null. */
  run<T>(work: () => Promise<Reply<T>>): Promise<Reply<T> | null>;
}

/** Work that the person began by a press: one at a time. */
export function useWork(): Work {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CommandError | null>(null);
  const run = async <T>(work: () => Promise<Reply<T>>) => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setError(null);
    const reply = await work();
    running.current = false;
    setBusy(false);
    if (!reply.ok) setError(reply.error);
    return reply;
  };
  return { busy, error, run };
}
