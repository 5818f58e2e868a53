import { useState } from 'preact/hooks';
import { useWords } from '../words-context.ts';
import type { Outcome } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { SecretField } from './SecretField.tsx';

/** The passphrase of this browser session. */
export function UnlockForm({ onUnlock }: { onUnlock: (passphrase: string) => Promise<Outcome> }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const unlock = async () => {
    const outcome = await onUnlock(passphrase);
    if (outcome !== null) document.getElementById('passphrase')?.focus();
    return outcome;
  };
  return (
    <SaveForm label={t('dataPassphraseUnlock')} kind="primary" onSave={unlock}>
      <SecretField
        id="passphrase"
        label={t('dataPassphrase')}
        value={passphrase}
        onInput={setPassphrase}
        autocomplete="current-password"
        required
      />
    </SaveForm>
  );
}
