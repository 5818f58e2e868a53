import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { Brand } from '../../components/options/Brand.tsx';
import { SectionNav } from '../../components/options/SectionNav.tsx';
import { useWords } from '../../components/words-context.ts';
import { navHashOf, type Route } from './route.ts';

export interface FrameProps {
  route: Route;
  /** what was done last, kept in sight across sections */
  said: string;
  children: ComponentChildren;
}

/** The page around a section: its name, the way to the others, what was just done. */
export function Frame({ route, said, children }: FrameProps) {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  const links = [
    { hash: '#lines', label: t('optionsNavLines'), icon: 'sim' as const },
    { hash: '#alerts', label: t('optionsNavAlerts'), icon: 'bell' as const },
    { hash: '#appearance', label: t('optionsNavAppearance'), icon: 'sun' as const },
    { hash: '#data', label: t('optionsNavData'), icon: 'shield' as const },
    { hash: '#about', label: t('optionsNavAbout'), icon: 'help' as const },
  ];
  const current = navHashOf(route);
  const section = links.find(({ hash }) => hash === current)?.label ?? '';
  useEffect(() => {
    document.title = t('optionsPageTitle', section);
  }, [t, section]);
  return (
    <div class="page">
      <button type="button" class="button skip" onClick={() => main.current?.focus()}>
        {t('optionsSkip')}
      </button>
      <header class="page-head">
        <p class="brand">
          <Brand />
          {t('extensionName')}
        </p>
        <SectionNav links={links} current={current} />
      </header>
      <main ref={main} tabIndex={-1}>
        <div role="status">
          {said !== '' && (
            <p class="said">
              <Icon name="check" />
              <span>{said}</span>
            </p>
          )}
        </div>
        {children}
      </main>
    </div>
  );
}
