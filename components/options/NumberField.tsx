import { describedBy, FieldFrame } from './FieldFrame.tsx';

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
      <input
        id={id}
        class="input input-short"
        type="number"
        inputMode="decimal"
        min="0"
        step="any"
        value={text === 'NaN' ? undefined : text}
        placeholder={placeholder}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(id, null, problem)}
        onInput={({ currentTarget }) =>
          onInput(currentTarget.validity.badInput ? 'NaN' : currentTarget.value)
        }
      />
    </FieldFrame>
  );
}
