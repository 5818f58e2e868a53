import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

export interface SecretFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: ComponentChildren;
  problem?: string | null;
  placeholder?: string;
  required?: boolean;
  /** what a password manager may do with it */
  autocomplete?: 'off' | 'new-password' | 'current-password';
}

/** A secret: hidden while it is typed, shown when the person asks for it. */
export function SecretField(props: SecretFieldProps) {
  const { id, label, value, onInput, help, problem, placeholder, autocomplete = 'off' } = props;
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const input = {
    id,
    value,
    placeholder,
    class: 'input',
    required: props.required ?? false,
    spellcheck: false,
    autocomplete,
    autocapitalize: 'off' as const,
    dir: 'ltr' as const,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': describedBy(id, help, problem),
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      <div class="secret">
        {shown ? <input {...input} type="text" /> : <input {...input} type="password" />}
        <Button aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          {shown ? t('optionsHide') : t('optionsShow')}
        </Button>
      </div>
    </FieldFrame>
  );
}
