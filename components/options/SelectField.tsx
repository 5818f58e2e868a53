import type { ComponentChildren } from 'preact';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

export interface SelectFieldProps {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  help?: ComponentChildren;
}

/** One of many, by the browser's own list. */
export function SelectField({ id, label, value, options, onChange, help }: SelectFieldProps) {
  return (
    <FieldFrame id={id} label={label} help={help}>
      <select
        id={id}
        class="input"
        value={value}
        aria-describedby={describedBy(id, help, null)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
