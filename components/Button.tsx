import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

export interface ButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled' | 'type' | 'label' | 'icon'> {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger' | 'icon';
  wide?: boolean;
  type?: 'button' | 'submit';
  /** it stays focusable and says that it is disabled, so that focus is never lost; presses do nothing */
  disabled?: boolean;
  /** disabled because its work is going on */
  busy?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: ComponentChildren;
}

/** The one button. An icon alone needs `aria-label`. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', wide = false, type = 'button', disabled = false, busy = false, ...rest } = props;
  const { onClick, children, class: extra, ...others } = rest;
  const off = disabled || busy;
  const names = ['button', kind !== 'plain' && `button-${kind}`, wide && 'button-wide', extra];
  return (
    <button
      {...others}
      type={type}
      class={names.filter(Boolean).join(' ')}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </button>
  );
}
