import { Button } from '../../../components/Button.tsx';
import { useNow } from '../../../components/now-context.ts';
import { Card } from '../../../components/options/Card.tsx';
import { FinishForm } from '../../../components/options/FinishForm.tsx';
import { LapseRule } from '../../../components/options/LapseRule.tsx';
import { LineStanding } from '../../../components/options/LineStanding.tsx';
import { HoldsList } from '../../../components/popup/HoldsList.tsx';
import { useWords } from '../../../components/words-context.ts';
import { back, save } from './add-flow.ts';
import type { StepProps } from './ConnectStep.tsx';
import { triedLine } from './tried-line.ts';

/** The live reading, and what is left to decide. */
export function FinishStep({ page, store, provider }: StepProps) {
  const { t } = useWords();
  const now = useNow();
  const state = store.state();
  const { tried, values, name, kind, link, hostsConfirmed } = state;
  if (!tried) return null;
  const line = triedLine(tried, provider, now);
  const finish = async () => {
    const reply = await save(store);
    if (!reply) return null;
    if (!reply.ok) return page.sentence(reply.error);
    page.announce(t('addSaved', name.trim()));
    await page.refresh();
    page.go('#lines');
    return null;
  };
  return (
    <>
      <Card title={t('addReadsTitle')} intro={t('addReadsIntro')} tone="good">
        {line.planName && (
          <p>
            <bdi>{t('addPlan', line.planName)}</bdi>
          </p>
        )}
        <LineStanding line={line} />
        <HoldsList line={line} />
        <LapseRule days={provider.lapseDays?.(values) ?? null} told={line.validUntil} />
        <div class="actions">
          <Button onClick={() => back(store)}>{t('addBack')}</Button>
        </div>
      </Card>
      <FinishForm
        finish={{ name, kind, link, hostsConfirmed }}
        onChange={store.update}
        checkoutHosts={tried.help?.checkoutHosts ?? []}
        asksLink={!provider.opensCheckouts && !provider.topUpUrl && !tried.reading.topUpUrl}
        onSave={finish}
      />
    </>
  );
}
