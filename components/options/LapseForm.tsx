import { useState } from 'preact/hooks';
import type { Lapse } from '../../utils/domain/lapse.ts';
import { useWords } from '../words-context.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { TextField } from './TextField.tsx';
import { type LapseField, readLapse, type TypedLapse, typedLapse } from './typed-lapse.ts';

export interface LapseFormProps {
  lapse: Lapse | undefined;
  /** days by the carrier's terms, offered and never taken for granted; null = not known */
  termDays: number | null;
  /** the carrier tells the end itself */
  told: boolean;
  /** calendar day, `2026-11-21` */
  today: string;
  onSave: (lapse: Lapse) => Promise<Outcome>;
}

/** By which rule a number lapses where its carrier does not say, and when to warn of it. */
export function LapseForm({ lapse, termDays, told, today, onSave }: LapseFormProps) {
  const { t, n } = useWords();
  const [typed, setTyped] = useState(() => typedLapse(lapse, termDays));
  const [problem, setProblem] = useState<{ field: LapseField; sentence: string } | null>(null);
  const problemOf = (field: LapseField) => (problem?.field === field ? problem.sentence : null);
  const change = (part: Partial<TypedLapse>) => setTyped({ ...typed, ...part });
  const save = async () => {
    const read = readLapse(typed, today);
    setProblem('lapse' in read ? null : { field: read.field, sentence: t(read.problem) });
    if ('lapse' in read) return onSave(read.lapse);
    document.getElementById(`lapse-${read.field}`)?.focus();
    return SAID_AT_INPUT;
  };
  return (
    <SaveForm onSave={save}>
      {told && <p class="small soft">{t('lineLapseTold')}</p>}
      <ChoiceField
        name="lapse-after"
        legend={t('lineLapseLegend')}
        value={typed.after}
        choices={[
          { value: 'none', label: t('lineLapseNone') },
          { value: 'top-up', label: t('lineLapseTopUp') },
          { value: 'use', label: t('lineLapseUse') },
        ]}
        onChange={(after) => change({ after })}
      />
      {typed.after !== 'none' && (
        <div class="pair">
          <TextField
            id="lapse-days"
            label={t('lineLapseDays')}
            help={termDays === null ? null : n('lineLapseOffer', termDays)}
            value={typed.days}
            onInput={(days) => change({ days })}
            problem={problemOf('days')}
          />
          <TextField
            id="lapse-last"
            type="date"
            label={t(typed.after === 'use' ? 'lineLapseLastUse' : 'lineLapseLast')}
            help={t('lineLapseLastHelp')}
            value={typed.lastOn}
            onInput={(lastOn) => change({ lastOn })}
            problem={problemOf('last')}
          />
        </div>
      )}
      <TextField
        id="lapse-warn"
        label={t('lineLapseWarn')}
        help={t('lineLapseWarnHelp')}
        value={typed.warnDays}
        onInput={(warnDays) => change({ warnDays })}
        problem={problemOf('warn')}
      />
    </SaveForm>
  );
}
