import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface SampleCardProps {
  /** the masked answer */
  make: () => string;
  onCopy: (text: string) => Promise<Outcome>;
  onSave: (text: string) => void;
}

/** The answer without whoever it is about, for a request to support a carrier: shown in full before it goes anywhere. */
export function SampleCard({ make, onCopy, onSave }: SampleCardProps) {
  const { t } = useWords();
  const [text, setText] = useState<string | null>(null);
  const copying = useTask();
  return (
    <Card title={t('sampleTitle')} intro={t('sampleIntro')}>
      {text === null ? (
        <div class="actions">
          <Button onClick={() => setText(make())}>{t('sampleShow')}</Button>
        </div>
      ) : (
        <>
          <p>{t('sampleCheck')}</p>
          <textarea class="input text-block" rows={14} readOnly aria-label={t('sampleTitle')} value={text} />
          <div class="actions">
            <Button onClick={() => onSave(text)}>{t('sampleSave')}</Button>
            <Button busy={copying.busy} onClick={() => void copying.run(() => onCopy(text))}>
              {t('optionsCopy')}
            </Button>
            <TaskLine state={copying.state} done={t('optionsCopied')} />
          </div>
        </>
      )}
    </Card>
  );
}
