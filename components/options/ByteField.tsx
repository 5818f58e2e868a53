import type { ComponentChildren } from 'preact';
import { FieldFrame } from './FieldFrame.tsx';
import { NumberInput } from './NumberInput.tsx';

export interface ByteFieldProps<U extends string> {
  id: string;
  label: string;
  /** what the browser understood of the typed number; an unreadable one is `NaN` */
  text: string;
  onInput: (text: string) => void;
  unit: U;
  units: readonly { value: U; label: string }[];
  onUnit: (unit: U) => void;
  /** the label of the list of units */
  unitLabel: string;
  placeholder: string;
  help?: ComponentChildren;
  problem?: string | null;
}

/** A number with its unit beside it. */
export function ByteField<U extends string>(props: ByteFieldProps<U>) {
  const { id, label, text, onInput, unit, units, onUnit, unitLabel, placeholder, help, problem } = props;
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      <div class="amount">
        <NumberInput
          id={id}
          class="input"
          text={text}
          placeholder={placeholder}
          onInput={onInput}
          help={help}
          problem={problem}
        />
        <select
          class="input"
          aria-label={unitLabel}
          value={unit}
          onChange={(event) => onUnit(event.currentTarget.value as U)}
        >
          {units.map(({ value, label: name }) => (
            <option key={value} value={value} selected={value === unit}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}
