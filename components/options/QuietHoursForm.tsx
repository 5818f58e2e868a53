import { useState } from 'preact/hooks';
import { isTimeOfDay } from '../../utils/domain/quiet-hours.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { CheckField } from './CheckField.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { TextField } from './TextField.tsx';

export interface QuietHoursFormProps {
  quietHours: Settings['quietHours'];
  onSave: (quietHours: Settings['quietHours']) => Promise<Outcome>;
}

/** From when to when notifications wait. */
export function QuietHoursForm({ quietHours, onSave }: QuietHoursFormProps) {
  const { t } = useWords();
  const [on, setOn] = useState(quietHours !== null);
  const [from, setFrom] = useState(quietHours?.from ?? '22:00');
  const [to, setTo] = useState(quietHours?.to ?? '07:00');
  const [tried, setTried] = useState(false);
  const save = async (): Promise<Outcome> => {
    setTried(true);
    if (!on) return onSave(null);
    if (!isTimeOfDay(from) || !isTimeOfDay(to)) {
      document.getElementById(isTimeOfDay(from) ? 'quiet-to' : 'quiet-from')?.focus();
      return SAID_AT_INPUT;
    }
    return from === to ? t('optionsQuietSameTime') : onSave({ from, to });
  };
  return (
    <Card title={t('optionsQuietTitle')} intro={t('optionsQuietIntro')}>
      <SaveForm onSave={save}>
        <CheckField id="quiet-on" label={t('optionsQuietOn')} checked={on} onChange={setOn} />
        {on && (
          <div class="pair">
            <Time
              id="quiet-from"
              label={t('optionsQuietFrom')}
              value={from}
              onInput={setFrom}
              tried={tried}
            />
            <Time id="quiet-to" label={t('optionsQuietTo')} value={to} onInput={setTo} tried={tried} />
          </div>
        )}
      </SaveForm>
    </Card>
  );
}

interface TimeProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** the person tried to save it */
  tried: boolean;
}

function Time({ tried, ...field }: TimeProps) {
  const { t } = useWords();
  const problem = tried && !isTimeOfDay(field.value) ? t('optionsQuietTimeMissing') : null;
  return <TextField {...field} type="time" problem={problem} />;
}
