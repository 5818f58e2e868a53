import { callLimit } from '../../utils/domain/counted.ts';
import { formatData } from '../../utils/domain/format.ts';
import type { Thresholds } from '../../utils/domain/line.ts';
import { limitsOf } from '../../utils/domain/thresholds.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { ByteField } from './ByteField.tsx';
import { type ByteUnit, UNIT_SYMBOLS } from './byte-amount.ts';
import { NumberField } from './NumberField.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { type TypedThresholds, useTypedThresholds } from './use-typed-thresholds.ts';

const NO_OWN = { lowBytes: null, criticalBytes: null, lowCredit: null };

/** Calls or messages. */
export interface Allowance {
  /** seconds or messages, for the default; null = unknown */
  total: number | null;
}

export interface ThresholdFormProps {
  thresholds: Thresholds;
  /** bytes, for the defaults; null = unknown */
  total: number | null;
  /** of the line's credit; null = it has none, so nothing can be warned of */
  currency: string | null;
  /** what the line holds besides data; null = no such allowance, so nothing can be warned of */
  voice: Allowance | null;
  sms: Allowance | null;
  onSave: (thresholds: Thresholds) => Promise<Outcome>;
}

/** From which amounts on the person is warned; an empty input means the default. */
export function ThresholdForm(props: ThresholdFormProps) {
  const { thresholds, total, currency, voice, sms, onSave } = props;
  const { t } = useWords();
  const typed = useTypedThresholds({ thresholds, total, currency });
  const byDefault = limitsOf(total, NO_OWN);
  const save = async () => {
    const read = typed.read();
    return read ? onSave({ ...read, ...unasked(props) }) : SAID_AT_INPUT;
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
        <Count
          name="credit"
          label={t('lineThresholdCredit', currency)}
          placeholder={t('lineThresholdCreditNone')}
          typed={typed}
        />
      )}
      {(voice || sms) && (
        <div class="pair">
          {voice && (
            <Count
              name="voice"
              label={t('lineThresholdVoice')}
              placeholder={t(
                'lineThresholdDefault',
                String(Math.floor(callLimit('voice', voice.total, NO_OWN) / 60)),
              )}
              typed={typed}
            />
          )}
          {sms && (
            <Count
              name="sms"
              label={t('lineThresholdSms')}
              placeholder={t('lineThresholdDefault', String(callLimit('sms', sms.total, NO_OWN)))}
              typed={typed}
            />
          )}
        </div>
      )}
      <p class="small soft">{t('lineThresholdNote')}</p>
    </SaveForm>
  );
}

/** What was not asked for stays as it is. */
function unasked({ thresholds, currency, voice, sms }: ThresholdFormProps): Partial<Thresholds> {
  return {
    ...(currency ? {} : { lowCredit: thresholds.lowCredit }),
    ...(voice ? {} : { lowVoice: thresholds.lowVoice }),
    ...(sms ? {} : { lowSms: thresholds.lowSms }),
  };
}

interface CountProps {
  name: 'credit' | 'voice' | 'sms';
  label: string;
  placeholder: string;
  typed: TypedThresholds;
}

function Count({ name, label, placeholder, typed }: CountProps) {
  return (
    <NumberField
      id={`threshold-${name}`}
      label={label}
      text={typed.values[name]}
      placeholder={placeholder}
      problem={typed.problemOf(name)}
      onInput={(text) => typed.change({ [name]: text })}
    />
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
