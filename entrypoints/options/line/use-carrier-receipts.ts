import { useRef, useState } from 'preact/hooks';
import type { ToldReceipt } from '../../../components/options/CarrierReceiptList.tsx';
import { useWork, type Work } from '../../../components/use-work.ts';
import { joinReceipts, ownRow } from '../../../utils/domain/carrier-receipts.ts';
import type { Page } from '../page.ts';

interface Known {
  receipts: ToldReceipt[];
  /** null = there are no older ones */
  next: string | null;
  /** more than one page was told */
  paged: boolean;
}

export interface CarrierReceipts extends Pick<Work, 'busy' | 'error'> {
  /** null = not asked yet; what is shown stays while the carrier is asked, and when that fails */
  known: Known | null;
  /** Asks for the newest. */
  ask(): void;
  /** Asks for older ones. */
  more(): void;
  /** Asks once more for what was asked last. */
  again(): void;
}

/** What the carrier keeps of a line's top-ups, page by page, each with what this computer knows of it. */
export function useCarrierReceipts({ deps }: Page, lineId: string): CarrierReceipts {
  const { busy, error, run } = useWork();
  const [known, setKnown] = useState<Known | null>(null);
  const last = useRef<string | null>(null);
  const ask = async (cursor: string | null) => {
    last.current = cursor;
    await run(async () => {
      const reply = await deps.ask('carrier-receipts', { lineId, cursor });
      if (!reply.ok) return reply;
      const ledger = await deps.ask('receipts', { lineId: null });
      const shown = cursor === null ? [] : (known?.receipts ?? []);
      const all = joinReceipts(
        shown.map(({ told }) => told),
        reply.value.topUps,
      );
      setKnown({
        receipts: all.map((told) => ({ told, own: ledger.ok ? ownRow(told, ledger.value) : undefined })),
        next: reply.value.next,
        paged: cursor !== null || reply.value.next !== null,
      });
      return reply;
    });
  };
  return {
    known,
    busy,
    error,
    ask: () => void ask(null),
    more: () => void ask(known?.next ?? null),
    again: () => void ask(last.current),
  };
}
