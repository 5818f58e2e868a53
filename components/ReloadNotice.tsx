import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useWords } from './words-context.ts';

/** This page is of another version than the background. */
export function ReloadNotice({ onReload }: { onReload: () => void }) {
  const words = useWords();
  return (
    <section class="note" role="alert" data-reload>
      <Icon name="info" />
      <div class="note-body">
        <h2>{words.t('popupReloadTitle')}</h2>
        <p>{words.t('popupReloadText')}</p>
        <Button kind="primary" onClick={onReload}>
          {words.t('popupReload')}
        </Button>
      </div>
    </section>
  );
}
