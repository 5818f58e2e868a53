import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useWords } from '../../components/words-context.ts';
import type { CommandError } from '../../utils/app/commands.ts';

/** Before the first answer, or when there is none. */
export function NotReady({ error, onRetry }: { error: CommandError | null; onRetry: () => void }) {
  const { t } = useWords();
  return (
    <div class="section">
      {!error && <p class="soft">{t('optionsLoading')}</p>}
      <ErrorNote error={error} />
      {error && <Button onClick={onRetry}>{t('popupRetry')}</Button>}
    </div>
  );
}
