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
  const [shown, setShown] = useState(false);
  const missing = (time: string) => (on && shown && !isTimeOfDay(time) ? t('optionsQuietTimeMissing') : null);
  const save = async (): Promise<Outcome> => {
    setShown(true);
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
            <TextField
              id="quiet-from"
              type="time"
              label={t('optionsQuietFrom')}
              value={from}
              onInput={setFrom}
              problem={missing(from)}
            />
            <TextField
              id="quiet-to"
              type="time"
              label={t('optionsQuietTo')}
              value={to}
              onInput={setTo}
              problem={missing(to)}
            />
          </div>
        )}
      </SaveForm>
    </Card>
  );
}
