import { Button } from '../Button.tsx';
import { Illustration } from '../Illustration.tsx';
import { useWords } from '../words-context.ts';

/** No record of the figures can be read: said plainly, never blank. */
export function NoGlance({ busy, onRetry }: { busy: boolean; onRetry: () => void }) {
  const words = useWords();
  return (
    <main class="empty">
      <Illustration />
      {busy ? (
        <p>{words.t('popupOpening')}</p>
      ) : (
        <>
          <h1>{words.t('popupNoGlanceTitle')}</h1>
          <p>{words.t('popupNoGlanceText')}</p>
          <Button kind="primary" wide onClick={onRetry}>
            {words.t('popupRetry')}
          </Button>
        </>
      )}
    </main>
  );
}
