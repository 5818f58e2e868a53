import { useState } from 'preact/hooks';
import type { Instant } from '../utils/domain/instant.ts';
import { receiptText } from '../utils/domain/receipt.ts';
import type { TopUp } from '../utils/domain/top-up.ts';
import { Button } from './Button.tsx';
import { useUnits } from './units-context.ts';
import { useWords } from './words-context.ts';
import { browserZone } from './zone.ts';

export interface ReceiptActions {
  /** To the clipboard. Answers false when it may not be written. */
  copy(text: string): Promise<boolean>;
  /** Offers text as a file. */
  saveText(name: string, text: string): void;
}

interface EvidenceButtonsProps {
  text: () => string;
  /** when it was, for the file's name; null = not known */
  at: Instant | null;
  actions: ReceiptActions;
}

/** The evidence of a top-up that was begun here, to the clipboard or to a file. */
export function ReceiptButtons({ topUp, actions }: { topUp: TopUp; actions: ReceiptActions }) {
  const words = useWords();
  const units = useUnits();
  const text = () => receiptText(topUp, words, units, browserZone());
  return <EvidenceButtons text={text} at={topUp.openedAt} actions={actions} />;
}

/** A text to the clipboard or to a file. */
export function EvidenceButtons({ text, at, actions }: EvidenceButtonsProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const day = at ? `-${at.slice(0, 10)}` : '';
  return (
    <>
      <Button onClick={() => void actions.copy(text()).then(setCopied)}>
        {t(copied ? 'topUpCopied' : 'topUpCopy')}
      </Button>
      <Button onClick={() => actions.saveText(`${t('topUpFileName')}${day}.txt`, text())}>
        {t('topUpSave')}
      </Button>
    </>
  );
}
