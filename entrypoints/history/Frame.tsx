import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { Brand } from '../../components/options/Brand.tsx';
import { useWords } from '../../components/words-context.ts';

/** The page around the charts. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { t } = useWords();
  const title = t('historyTitle');
  useEffect(() => {
    document.title = t('optionsPageTitle', title);
  }, [t, title]);
  return (
    <div class="page">
      <header class="page-head">
        <p class="brand">
          <Brand />
          {t('extensionName')}
        </p>
        <a class="head-link" href="/options.html">
          <Icon name="settings" />
          {t('popupSettings')}
        </a>
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
