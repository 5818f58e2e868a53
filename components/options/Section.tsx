import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';

export interface SectionProps {
  title: string;
  intro?: ComponentChildren;
  /** the way back up, for what stands inside a section */
  back?: { hash: string; label: string };
  /** the person came here by a link, so the heading takes the focus and is read out */
  takesFocus: boolean;
  children: ComponentChildren;
}

/** One section of the page under its heading. */
export function Section({ title, intro, back, takesFocus, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Only when it opens: later the focus is the person's.
  const [wanted] = useState(takesFocus);
  useEffect(() => {
    if (wanted) heading.current?.focus();
  }, [wanted]);
  return (
    <div class="section">
      {back && (
        <a class="back" href={back.hash}>
          <Icon name="back" mirror />
          {back.label}
        </a>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {intro && <p class="soft section-intro">{intro}</p>}
      {children}
    </div>
  );
}
