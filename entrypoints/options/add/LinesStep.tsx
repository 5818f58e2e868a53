import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/options/Card.tsx';
import { ConnectError } from '../../../components/options/ConnectError.tsx';
import { LineStep } from '../../../components/options/LineStep.tsx';
import { useWords } from '../../../components/words-context.ts';
import { back, chooseLine, readLine } from './add-flow.ts';
import { LINE_FIELD } from './add-state.ts';
import type { StepProps } from './ConnectStep.tsx';

/** Which of the account's lines it is to be. */
export function LinesStep({ store, provider }: StepProps) {
  const { t } = useWords();
  const { choices, values, busy, error } = store.state();
  return (
    <Card title={t('addLinesTitle')}>
      <LineStep
        choices={choices ?? []}
        chosen={values[LINE_FIELD] ?? null}
        onChoose={(id) => chooseLine(store, id)}
        busy={busy !== null}
        onNext={() => void readLine(store)}
      />
      <ConnectError error={error} carrier={provider.name} provider={provider} />
      <div class="actions">
        <Button kind="quiet" onClick={() => back(store)}>
          {t('addBack')}
        </Button>
      </div>
    </Card>
  );
}
