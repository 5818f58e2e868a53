import { useEffect, useState } from 'preact/hooks';
import type { CommandError } from '../../utils/app/commands.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import type { Page } from './page.ts';

interface Receipts {
  /** newest first; null = not known yet */
  receipts: TopUp[] | null;
  error: CommandError | null;
}

/** Every receipt that is kept, asked for anew whenever something stored changed; what is shown stays meanwhile. */
export function useReceipts({ deps, state }: Page): Receipts {
  const [known, setKnown] = useState<Receipts>({ receipts: null, error: null });
  useEffect(() => {
    let gone = false;
    void deps.ask('receipts', { lineId: null }).then((reply) => {
      if (gone) return;
      if (!reply.ok) return setKnown((before) => ({ ...before, error: reply.error }));
      const receipts = reply.value.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
      setKnown({ receipts, error: null });
    });
    return () => {
      gone = true;
    };
  }, [deps, state]);
  return known;
}
