import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface CardProps {
  title: string;
  /** one sentence under the title */
  intro?: ComponentChildren;
  tone?: 'plain' | 'good' | 'danger';
  children?: ComponentChildren;
}

/** One matter of a section, under a heading of its own. */
export function Card({ title, intro, tone = 'plain', children }: CardProps) {
  const id = useId();
  return (
    <section class={`card card-${tone}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro && <p class="soft">{intro}</p>}
      {children}
    </section>
  );
}
