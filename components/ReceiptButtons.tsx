import { useState } from 'preact/hooks';
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

/** The evidence of a top-up, to the clipboard or to a file. */
export function ReceiptButtons({ topUp, actions }: { topUp: TopUp; actions: ReceiptActions }) {
  const words = useWords();
  const units = useUnits();
  const [copied, setCopied] = useState(false);
  const text = () => receiptText(topUp, words, units, browserZone());
  const name = `${words.t('topUpFileName')}-${topUp.openedAt.slice(0, 10)}.txt`;
  return (
    <>
      <Button onClick={() => void actions.copy(text()).then(setCopied)}>
        {words.t(copied ? 'topUpCopied' : 'topUpCopy')}
      </Button>
      <Button onClick={() => actions.saveText(name, text())}>{words.t('topUpSave')}</Button>
    </>
  );
}
