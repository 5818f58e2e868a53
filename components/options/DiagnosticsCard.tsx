import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface DiagnosticsCardProps {
  /** the text, or the sentence that says why there is none */
  onShow: () => Promise<{ text: string } | { problem: string }>;
  onCopy: (text: string) => Promise<Outcome>;
  onSave: (text: string) => void;
}

/** What to send along with a report: shown in full before it goes anywhere. */
export function DiagnosticsCard({ onShow, onCopy, onSave }: DiagnosticsCardProps) {
  const { t } = useWords();
  const [text, setText] = useState<string | null>(null);
  const showing = useTask();
  const copying = useTask();
  const show = async (): Promise<Outcome> => {
    const result = await onShow();
    if ('problem' in result) return result.problem;
    setText(result.text);
    return null;
  };
  return (
    <Card title={t('dataDiagnosticsTitle')} intro={t('dataDiagnosticsIntro')}>
      {text !== null && (
        <textarea
          class="input text-block"
          rows={14}
          readOnly
          aria-label={t('dataDiagnosticsTitle')}
          value={text}
        />
      )}
      <div class="actions">
        <Button data-diagnostics busy={showing.busy} onClick={() => void showing.run(show)}>
          {text === null ? t('dataDiagnosticsShow') : t('dataDiagnosticsRenew')}
        </Button>
        {text !== null && (
          <>
            <Button onClick={() => void copying.run(() => onCopy(text))}>{t('optionsCopy')}</Button>
            <Button onClick={() => onSave(text)}>{t('dataDiagnosticsSave')}</Button>
          </>
        )}
        {copying.state.kind === 'idle' ? (
          <TaskLine state={showing.state} busy={t('optionsWorking')} />
        ) : (
          <TaskLine state={copying.state} done={t('optionsCopied')} />
        )}
      </div>
    </Card>
  );
}
