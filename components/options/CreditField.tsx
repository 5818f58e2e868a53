import { useWords } from '../words-context.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

const ID = 'threshold-credit';

export interface CreditFieldProps {
  /** ISO 4217 */
  currency: string;
  text: string;
  onInput: (text: string) => void;
  problem: string | null;
}

/** From which credit on the person is warned; empty = never. */
export function CreditField({ currency, text, onInput, problem }: CreditFieldProps) {
  const { t } = useWords();
  return (
    <FieldFrame id={ID} label={t('lineThresholdCredit', currency)} problem={problem}>
      <input
        id={ID}
        class="input input-short"
        type="number"
        inputMode="decimal"
        min="0"
        step="any"
        value={text === 'NaN' ? undefined : text}
        placeholder={t('lineThresholdCreditNone')}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(ID, null, problem)}
        onInput={({ currentTarget }) =>
          onInput(currentTarget.validity.badInput ? 'NaN' : currentTarget.value)
        }
      />
    </FieldFrame>
  );
}
