import { useEffect, useReducer } from 'preact/hooks';
import { Card } from '../../../components/options/Card.tsx';
import { NotListed } from '../../../components/options/NotListed.tsx';
import { ProviderPicker } from '../../../components/options/ProviderPicker.tsx';
import { Section } from '../../../components/options/Section.tsx';
import { Steps } from '../../../components/options/Steps.tsx';
import { useWords } from '../../../components/words-context.ts';
import { MapStep } from '../map/MapStep.tsx';
import { MAPPED } from '../map/map-flow.ts';
import { RequestStep } from '../map/RequestStep.tsx';
import type { Page } from '../page.ts';
import { choose } from './add-flow.ts';
import type { AddStore } from './add-store.ts';
import { ConnectStep } from './ConnectStep.tsx';
import { DemoCard } from './DemoCard.tsx';
import { FinishStep } from './FinishStep.tsx';
import { LinesStep } from './LinesStep.tsx';
import { choosable } from './provider-choices.ts';

export interface AddSectionProps {
  page: Page;
  store: AddStore;
  /** null = still to be chosen */
  providerId: string | null;
  query: string;
  onQuery: (query: string) => void;
}

/** Adding a line: choose, connect, check and save. */
export function AddSection({ page, store, providerId, query, onQuery }: AddSectionProps) {
  const { t } = useWords();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => store.subscribe(() => redraw(0)), [store]);
  useEffect(() => {
    if (providerId !== null) choose(store, providerId);
  }, [store, providerId]);
  const known = choosable(page.deps.providers).find(({ id }) => id === providerId) ?? null;
  const provider = known && store.state().providerId === known.id ? known : null;
  if (known && !provider) return null;
  if (!provider)
    return (
      <Section
        title={t('addTitle')}
        takesFocus={page.arrived}
        back={{ hash: '#lines', label: t('lineBack') }}
      >
        <Steps current={0} />
        <Card title={t('addChooseTitle')}>
          <ProviderPicker providers={choosable(page.deps.providers)} query={query} onQuery={onQuery} />
        </Card>
        <NotListed hash={`#add/${MAPPED}`} />
        <DemoCard page={page} />
      </Section>
    );
  const { step, sample, problem } = store.state();
  const maps = provider.id === MAPPED && step === 'connect';
  const points = maps && sample !== null && problem === null;
  const parts = { page, store, provider };
  return (
    <Section
      key={`${provider.id}:${step}:${points}`}
      title={t('addTitleOf', provider.name)}
      takesFocus
      back={{ hash: '#add', label: t('addOtherCarrier') }}
    >
      <Steps current={step === 'finish' ? 2 : 1} />
      {points && <MapStep {...parts} />}
      {maps && !points && <RequestStep {...parts} />}
      {step === 'connect' && !maps && <ConnectStep {...parts} />}
      {step === 'line' && <LinesStep {...parts} />}
      {step === 'finish' && <FinishStep {...parts} />}
    </Section>
  );
}
