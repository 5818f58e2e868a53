import { formatData } from '../../utils/domain/format.ts';
import type { Thresholds } from '../../utils/domain/line.ts';
import { limitsOf } from '../../utils/domain/thresholds.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { ByteField } from './ByteField.tsx';
import { type ByteUnit, UNIT_SYMBOLS } from './byte-amount.ts';
import { CreditField } from './CreditField.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { type TypedThresholds, useTypedThresholds } from './use-typed-thresholds.ts';

const NO_OWN = { lowBytes: null, criticalBytes: null, lowCredit: null };

export interface ThresholdFormProps {
  thresholds: Thresholds;
  /** bytes, for the defaults; null = unknown */
  total: number | null;
  /** of the line's credit; null = it has none, so nothing can be warned of */
  currency: string | null;
  onSave: (thresholds: Thresholds) => Promise<Outcome>;
}

/** From which amounts on the person is warned; an empty input means the default. */
export function ThresholdForm({ thresholds, total, currency, onSave }: ThresholdFormProps) {
  const { t } = useWords();
  const typed = useTypedThresholds({ thresholds, total, currency });
  const byDefault = limitsOf(total, NO_OWN);
  const save = async () => {
    const read = typed.read();
    return read
      ? onSave({ ...read, lowCredit: currency ? read.lowCredit : thresholds.lowCredit })
      : SAID_AT_INPUT;
  };
  return (
    <SaveForm onSave={save}>
      <div class="pair">
        <Amount name="low" label={t('lineThresholdLow')} byDefault={byDefault.low} typed={typed} />
        <Amount
          name="critical"
          label={t('lineThresholdCritical')}
          byDefault={byDefault.critical}
          typed={typed}
        />
      </div>
      {currency && (
        <CreditField
          currency={currency}
          text={typed.values.credit}
          onInput={(credit) => typed.change({ credit })}
          problem={typed.problemOf('credit')}
        />
      )}
      <p class="small soft">{t('lineThresholdNote')}</p>
    </SaveForm>
  );
}

interface AmountProps {
  name: 'low' | 'critical';
  label: string;
  /** bytes */
  byDefault: number;
  typed: TypedThresholds;
}

function Amount({ name, label, byDefault, typed }: AmountProps) {
  const { t, locale } = useWords();
  const units = useUnits();
  const value = typed.values[name];
  return (
    <ByteField<ByteUnit>
      id={`threshold-${name}`}
      label={label}
      text={value.text}
      unit={value.unit}
      units={(['mega', 'giga'] as const).map((unit) => ({ value: unit, label: UNIT_SYMBOLS[units][unit] }))}
      unitLabel={t('lineThresholdUnit', label)}
      placeholder={t('lineThresholdDefault', formatData(byDefault, units, locale))}
      problem={typed.problemOf(name)}
      onInput={(text) => typed.change({ [name]: { ...value, text } })}
      onUnit={(unit) => typed.change({ [name]: { ...value, unit } })}
    />
  );
}
