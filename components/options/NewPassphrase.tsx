import { useState } from 'preact/hooks';
import { useWords } from '../words-context.ts';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { SecretField } from './SecretField.tsx';

export interface NewPassphraseProps {
  label: string;
  onSave: (passphrase: string) => Promise<Outcome>;
}

/** A passphrase typed twice, since what is mistyped cannot be recovered. */
export function NewPassphrase({ label, onSave }: NewPassphraseProps) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [compared, setCompared] = useState(false);
  const differ = compared && passphrase !== again ? t('dataPassphraseDiffer') : null;
  const save = async (): Promise<Outcome> => {
    setCompared(true);
    if (passphrase !== again) {
      document.getElementById('passphrase-again')?.focus();
      return SAID_AT_INPUT;
    }
    const outcome = await onSave(passphrase);
    if (outcome !== null) document.getElementById('passphrase-new')?.focus();
    return outcome;
  };
  return (
    <SaveForm label={label} onSave={save}>
      <SecretField
        id="passphrase-new"
        label={t('dataPassphraseNew')}
        help={t('dataPassphraseNewHelp')}
        value={passphrase}
        onInput={setPassphrase}
        autocomplete="new-password"
        required
      />
      <SecretField
        id="passphrase-again"
        label={t('dataPassphraseAgain')}
        value={again}
        onInput={(value) => {
          setAgain(value);
          setCompared(false);
        }}
        problem={differ}
        autocomplete="new-password"
        required
      />
    </SaveForm>
  );
}
