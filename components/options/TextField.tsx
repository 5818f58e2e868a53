import type { ComponentChildren } from 'preact';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

export interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'url' | 'tel' | 'time' | 'date';
  help?: ComponentChildren;
  problem?: string | null;
  placeholder?: string;
  required?: boolean;
  /** several lines */
  multiline?: boolean;
  /** names and addresses are not to be corrected by the browser */
  verbatim?: boolean;
}

/** One line of text, or several. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, onInput, type = 'text', help, problem, placeholder, multiline, verbatim } = props;
  const shared = {
    id,
    value,
    placeholder,
    class: 'input',
    required: props.required ?? false,
    spellcheck: !verbatim,
    autocomplete: 'off' as const,
    autocapitalize: verbatim ? ('off' as const) : undefined,
    dir: verbatim ? ('ltr' as const) : ('auto' as const),
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': describedBy(id, help, problem),
  };
  // The types of an input know each kind apart; these differ in nothing that is used here.
  const typed: { type: string } = { ...shared, type };
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      {multiline ? (
        <textarea {...shared} rows={5} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...(typed as { type: 'text' })} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </FieldFrame>
  );
}
