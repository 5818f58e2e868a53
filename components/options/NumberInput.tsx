import { describedBy } from './FieldFrame.tsx';

export interface NumberInputProps {
  id: string;
  class: string;
  /** what the browser understood of the typed number; an unreadable one is `NaN` */
  text: string;
  onInput: (text: string) => void;
  placeholder: string;
  /** whether a help text stands with it */
  help?: unknown;
  problem?: string | null;
}

/** A number that is typed, without its label. */
export function NumberInput({ text, onInput, help, problem, ...rest }: NumberInputProps) {
  return (
    <input
      {...rest}
      type="number"
      inputMode="decimal"
      min="0"
      step="any"
      value={text === 'NaN' ? undefined : text}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={describedBy(rest.id, help, problem)}
      onInput={({ currentTarget }) => onInput(currentTarget.validity.badInput ? 'NaN' : currentTarget.value)}
    />
  );
}
