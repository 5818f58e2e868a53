import { FieldFrame } from './FieldFrame.tsx';
import { NumberInput } from './NumberInput.tsx';

export interface NumberFieldProps {
  id: string;
  label: string;
  text: string;
  /** what an empty input means */
  placeholder: string;
  /** what the browser understood of the typed number; an unreadable one is `NaN` */
  onInput: (text: string) => void;
  problem: string | null;
}

/** A short number. */
export function NumberField({ id, label, text, placeholder, onInput, problem }: NumberFieldProps) {
  return (
    <FieldFrame id={id} label={label} problem={problem}>
      <NumberInput
        id={id}
        class="input input-short"
        text={text}
        placeholder={placeholder}
        onInput={onInput}
        problem={problem}
      />
    </FieldFrame>
  );
}
