import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandError } from '../utils/app/commands.ts';

type Reply<T> = { ok: true; value: T } | { ok: false; error: CommandError };

export interface Answer<T> {
  /** null = not answered yet */
  reply: Reply<T> | null;
  /** Asks once more. */
  again: () => void;
}

/** Asks once when the component appears. An answer that comes after it is gone changes nothing. */
export function useAnswer<T>(ask: () => Promise<Reply<T>>): Answer<T> {
  const latest = useRef(ask);
  latest.current = ask;
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ attempt: number; reply: Reply<T> } | null>(null);
  useEffect(() => {
    let gone = false;
    void latest.current().then((reply) => {
      if (!gone) setAnswer({ attempt, reply });
    });
    return () => {
      gone = true;
    };
  }, [attempt]);
  const reply = answer?.attempt === attempt ? answer.reply : null;
  return { reply, again: () => setAttempt((n) => n + 1) };
}
