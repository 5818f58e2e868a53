import { useState } from 'preact/hooks';
import type { LineKind } from '../../utils/domain/line.ts';
import { useWords } from '../words-context.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { kindOptions } from './kind-words.ts';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { TextField } from './TextField.tsx';

export interface NameFormProps {
  name: string;
  kind: LineKind;
  onSave: (change: { name: string; kind: LineKind }) => Promise<Outcome>;
}

/** What the person calls a line, and which of the five kinds it is. */
export function NameForm({ name, kind, onSave }: NameFormProps) {
  const words = useWords();
  const [typed, setTyped] = useState(name);
  const [chosen, setChosen] = useState(kind);
  const [tried, setTried] = useState(false);
  const missing = tried && typed.trim() === '' ? words.t('lineNameMissing') : null;
  const save = async () => {
    setTried(true);
    if (typed.trim() !== '') return onSave({ name: typed.trim(), kind: chosen });
    document.getElementById('line-name')?.focus();
    return SAID_AT_INPUT;
  };
  return (
    <SaveForm onSave={save}>
      <TextField
        id="line-name"
        label={words.t('lineName')}
        value={typed}
        onInput={setTyped}
        problem={missing}
      />
      <ChoiceField
        name="line-kind"
        legend={words.t('lineKind')}
        row
        value={chosen}
        choices={kindOptions(words)}
        onChange={setChosen}
      />
    </SaveForm>
  );
}
