import { useId, useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Icon } from '../Icon.tsx';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';

/** The passphrase has not been entered since the browser started. The last figures stand below. */
export function LockedCard({ ask }: Pick<PageActions, 'ask'>) {
  const words = useWords();
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const { busy, error, run } = useWork();
  const unlock = (event: Event) => {
    event.preventDefault();
    if (passphrase !== '') void run(() => ask('unlock', { passphrase }));
  };
  return (
    <section class="note" data-locked>
      <Icon name="lock" />
      <form class="note-body" onSubmit={unlock}>
        <h2>{words.t('popupLockedTitle')}</h2>
        <p>{words.t('popupLockedText')}</p>
        <div class="field">
          <label for={id}>{words.t('popupPassphrase')}</label>
          <input
            id={id}
            class="input"
            type="password"
            autoComplete="current-password"
            value={passphrase}
            aria-invalid={error?.kind === 'passphrase' ? 'true' : undefined}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
        </div>
        <Button kind="primary" type="submit" busy={busy} disabled={passphrase === ''}>
          {words.t(busy ? 'popupUnlocking' : 'popupUnlock')}
        </Button>
        <ErrorNote error={error} />
      </form>
    </section>
  );
}
