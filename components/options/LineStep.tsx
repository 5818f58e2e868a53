import type { LineChoice } from '../../utils/providers/contract.ts';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { ChoiceField } from './ChoiceField.tsx';

export interface LineStepProps {
  choices: readonly LineChoice[];
  chosen: string | null;
  onChoose: (id: string) => void;
  busy: boolean;
  onNext: () => void;
}

/** Which of the account's lines it is to be. */
export function LineStep({ choices, chosen, onChoose, busy, onNext }: LineStepProps) {
  const { t } = useWords();
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && chosen !== null) onNext();
      }}
    >
      <ChoiceField
        name="account-line"
        legend={t('addLineLegend')}
        value={chosen}
        onChange={onChoose}
        choices={choices.map((choice) => ({
          value: choice.id,
          label: <bdi>{choice.label || choice.masked || choice.id}</bdi>,
          help: <LineHelp choice={choice} />,
        }))}
      />
      <div class="actions">
        <Button type="submit" kind="primary" busy={busy} disabled={chosen === null}>
          {t('addNext')}
        </Button>
        <p role="status" class="small soft">
          {busy ? t('addAsking') : ''}
        </p>
      </div>
    </form>
  );
}

/** What tells a line apart from the others: digits read from left to right in every language. */
function LineHelp({ choice: { masked, planName } }: { choice: LineChoice }) {
  return (
    <>
      {masked && <bdi dir="ltr">{masked}</bdi>}
      {masked && planName && ' · '}
      {planName && <bdi>{planName}</bdi>}
    </>
  );
}
