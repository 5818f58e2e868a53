import { useEffect, useState } from 'preact/hooks';
import { AboutSection } from '../../components/options/AboutSection.tsx';
import { Section } from '../../components/options/Section.tsx';
import { useWords } from '../../components/words-context.ts';
import type { Page } from './page.ts';

/** What this is, and help. */
export function AboutPage({ page }: { page: Page }) {
  const { t } = useWords();
  const [shortcut, setShortcut] = useState<string | null>(null);
  useEffect(() => void page.deps.shortcut().then(setShortcut), [page.deps]);
  return (
    <Section title={t('aboutTitle')} takesFocus={page.arrived}>
      <AboutSection version={page.state.version} shortcut={shortcut} shortcutPage={page.deps.shortcutPage} />
    </Section>
  );
}
