import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

interface ScreenProps {
  title: string;
  onBack: () => void;
  children: ComponentChildren;
}

/** A screen one step in: its heading takes the focus, the arrow and Escape lead back. */
export function Screen({ title, onBack, children }: ScreenProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <header class="bar-top">
        <Button kind="icon" aria-label={words.t('popupBack')} onClick={onBack}>
          <Icon name="back" mirror />
        </Button>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
      </header>
      <main class="screen">{children}</main>
    </>
  );
}
