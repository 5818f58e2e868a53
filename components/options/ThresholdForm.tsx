import { useState } from 'preact/hooks';
import { formatData } from '../../utils/domain/format.ts';
import type { Thresholds } from '../../utils/domain/line.ts';
import { limitsOf } from '../../utils/domain/thresholds.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { ByteField } from './ByteField.tsx';
import { type ByteUnit, typedAmount, UNIT_SYMBOLS } from './byte-amount.ts';
import { CreditField } from './CreditField.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { readThresholds, typedCredit } from './typed-thresholds.ts';

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
  const { t, locale } = useWords();
  const units = useUnits();
  const [low, setLow] = useState(typedAmount(thresholds.lowBytes, units));
  const [critical, setCritical] = useState(typedAmount(thresholds.criticalBytes, units));
  const [credit, setCredit] = useState(typedCredit(thresholds.lowCredit, currency));
  const [problem, setProblem] = useState<{ id: string; sentence: string } | null>(null);
  const shown = limitsOf(total, { lowBytes: null, criticalBytes: null, lowCredit: null });
  const choices = (['mega', 'giga'] as const).map((value) => ({ value, label: UNIT_SYMBOLS[units][value] }));
  const save = async () => {
    const read = readThresholds({ low, critical, credit, units, currency, total });
    if ('thresholds' in read) {
      setProblem(null);
      return onSave({
        ...read.thresholds,
        lowCredit: currency ? read.thresholds.lowCredit : thresholds.lowCredit,
      });
    }
    const wrong = { id: `threshold-${read.field}`, sentence: t(read.problem) };
    setProblem(wrong);
    document.getElementById(wrong.id)?.focus();
    return SAID_AT_INPUT;
  };
  const field = (name: 'low' | 'critical', label: string, byDefault: number) => {
    const [value, set] = name === 'low' ? ([low, setLow] as const) : ([critical, setCritical] as const);
    const id = `threshold-${name}`;
    return (
      <ByteField<ByteUnit>
        id={id}
        label={label}
        text={value.text}
        unit={value.unit}
        units={choices}
        unitLabel={t('lineThresholdUnit', label)}
        placeholder={t('lineThresholdDefault', formatData(byDefault, units, locale))}
        problem={problem?.id === id ? problem.sentence : null}
        onInput={(text) => set({ ...value, text })}
        onUnit={(unit) => set({ ...value, unit })}
      />
    );
  };
  return (
    <SaveForm onSave={save}>
      <div class="pair">
        {field('low', t('lineThresholdLow'), shown.low)}
        {field('critical', t('lineThresholdCritical'), shown.critical)}
      </div>
      {currency && (
        <CreditField
          currency={currency}
          text={credit}
          onInput={setCredit}
          problem={problem?.id === 'threshold-credit' ? problem.sentence : null}
        />
      )}
      <p class="small soft">{t('lineThresholdNote')}</p>
    </SaveForm>
  );
}
