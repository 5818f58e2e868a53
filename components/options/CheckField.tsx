import type { ComponentChildren } from 'preact';
import { describedBy } from './FieldFrame.tsx';

export interface CheckFieldProps {
  id: string;
  label: ComponentChildren;
  help?: ComponentChildren;
  problem?: string | null;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** acts at once, so it looks and speaks like a switch */
  isSwitch?: boolean;
}

/** Yes or no. */
export function CheckField({
  id,
  label,
  help,
  problem,
  checked,
  onChange,
  isSwitch = false,
}: CheckFieldProps) {
  return (
    <div class={isSwitch ? 'check check-switch' : 'check'}>
      <input
        id={id}
        type="checkbox"
        role={isSwitch ? 'switch' : undefined}
        checked={checked}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(id, help, problem)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {help && (
          <p id={`${id}-help`} class="small soft">
            {help}
          </p>
        )}
        {problem && (
          <p id={`${id}-problem`} class="small field-problem">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
