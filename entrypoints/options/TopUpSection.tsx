import { Section } from '../../components/options/Section.tsx';
import type { ShownLine } from '../../components/options/shown-line.ts';
import { TopUpChoice } from '../../components/popup/TopUpChoice.tsx';
import { useWords } from '../../components/words-context.ts';
import { LineTopUp } from './LineTopUp.tsx';
import type { Page } from './page.ts';

/** The same top-up as in the popup, for a click on a notification. What is pending stands above the offers. */
export function TopUpSection({ page, shown }: { page: Page; shown: ShownLine }) {
  const { t } = useWords();
  const { line, glance } = shown;
  const home = `#line/${encodeURIComponent(line.id)}`;
  return (
    <Section
      title={t('topUpOf', line.name)}
      takesFocus={page.arrived}
      back={{ hash: home, label: line.name }}
    >
      {!glance && <p>{t('optionsNoGlanceYet')}</p>}
      {glance && <LineTopUp glance={glance} actions={page.deps} />}
      {glance && (
        <div class="card">
          <TopUpChoice line={glance} actions={page.deps} onOpened={() => page.go(home)} />
        </div>
      )}
    </Section>
  );
}
