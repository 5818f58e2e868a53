import { AppearanceForm } from '../../components/options/AppearanceForm.tsx';
import { Section } from '../../components/options/Section.tsx';
import { useWords } from '../../components/words-context.ts';
import { formatData } from '../../utils/domain/format.ts';
import { askFor } from './outcome.ts';
import type { Page } from './page.ts';

const EXAMPLE_BYTES = 5_000_000_000;

/** How figures and pages look. */
export function AppearanceSection({ page }: { page: Page }) {
  const { t, locale } = useWords();
  const example = {
    decimal: formatData(EXAMPLE_BYTES, 'decimal', locale),
    binary: formatData(EXAMPLE_BYTES, 'binary', locale),
  };
  return (
    <Section title={t('optionsAppearanceTitle')} takesFocus={page.arrived}>
      <AppearanceForm
        settings={page.state.settings}
        example={example}
        onChange={(settings) => askFor(page, 'put-settings', { settings })}
      />
    </Section>
  );
}
