import type { ComponentChildren } from 'preact';

export interface FieldFrameProps {
  /** id of the input inside */
  id: string;
  label: string;
  help?: ComponentChildren;
  problem?: string | null;
  children: ComponentChildren;
}

/** The ids that an input names in `aria-describedby`; undefined = nothing describes it. */
export function describedBy(id: string, help: unknown, problem: unknown): string | undefined {
  const ids = [help ? `${id}-help` : null, problem ? `${id}-problem` : null].filter((part) => part !== null);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** A label, an input, what helps to fill it in, and what is wrong with it. */
export function FieldFrame({ id, label, help, problem, children }: FieldFrameProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} class="small soft">
          {help}
        </p>
      )}
      {children}
      {problem && (
        <p id={`${id}-problem`} class="small field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
