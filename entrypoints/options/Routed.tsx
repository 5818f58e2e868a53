import { useState } from 'preact/hooks';
import { Section } from '../../components/options/Section.tsx';
import { useWords } from '../../components/words-context.ts';
import { AboutPage } from './AboutPage.tsx';
import { AlertsSection } from './AlertsSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { AddSection } from './add/AddSection.tsx';
import type { AddStore } from './add/add-store.ts';
import { DataSection } from './DataSection.tsx';
import { LinesSection } from './LinesSection.tsx';
import { LineSection } from './line/LineSection.tsx';
import { SignInSection } from './line/SignInSection.tsx';
import { NoticeArea } from './NoticeArea.tsx';
import type { Page } from './page.ts';
import type { Route } from './route.ts';
import { shownLines } from './shown-lines.ts';
import { TopUpSection } from './TopUpSection.tsx';

export interface RoutedProps {
  page: Page;
  route: Route;
  addStore: AddStore;
}

/** The section that the address names. */
export function Routed({ page, route, addStore }: RoutedProps) {
  const [query, setQuery] = useState('');
  return (
    <>
      <NoticeArea page={page} />
      {route.section === 'lines' && <LinesSection page={page} />}
      {route.section === 'add' && (
        <AddSection
          page={page}
          store={addStore}
          providerId={route.providerId}
          query={query}
          onQuery={setQuery}
        />
      )}
      {route.section === 'line' && <OfLine key={route.lineId} page={page} route={route} />}
      {route.section === 'top-up' && <OfLine key={route.lineId} page={page} route={route} />}
      {route.section === 'alerts' && <AlertsSection page={page} />}
      {route.section === 'appearance' && <AppearanceSection page={page} />}
      {route.section === 'data' && <DataSection page={page} />}
      {route.section === 'about' && <AboutPage page={page} />}
    </>
  );
}

type LineRoute = Extract<Route, { lineId: string }>;

function OfLine({ page, route }: { page: Page; route: LineRoute }) {
  const { t } = useWords();
  const shown = shownLines(page).find(({ line }) => line.id === route.lineId);
  if (!shown)
    return (
      <Section
        title={t('lineTitle')}
        takesFocus={page.arrived}
        back={{ hash: '#lines', label: t('lineBack') }}
      >
        <p>{t('lineGone')}</p>
      </Section>
    );
  if (route.section === 'top-up') return <TopUpSection page={page} shown={shown} />;
  const provider = page.deps.providers.find(({ id }) => id === shown.line.providerId);
  if (route.signIn && provider && provider.fields.length > 0)
    return <SignInSection page={page} shown={shown} provider={provider} />;
  return <LineSection page={page} shown={shown} />;
}
