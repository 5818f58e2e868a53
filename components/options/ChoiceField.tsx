import type { ComponentChildren } from 'preact';

export interface Choice<V extends string> {
  value: V;
  label: ComponentChildren;
  help?: ComponentChildren;
}

export interface ChoiceFieldProps<V extends string> {
  /** of the group of radio buttons; unique on the page */
  name: string;
  legend: string;
  value: V | null;
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
  /** side by side where there is room */
  row?: boolean;
}

/** One of a few, all in sight. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { name, legend, value, choices, onChange, row = false } = props;
  return (
    <fieldset class="field">
      <legend class="legend">{legend}</legend>
      <div class={row ? 'choices choices-row' : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <span class="choice-label">{choice.label}</span>
              {choice.help && <span class="choice-help small soft">{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
