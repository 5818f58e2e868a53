import { useId, useState } from 'preact/hooks';
import { dayIn } from '../../utils/domain/format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { addDays } from '../../utils/domain/stretches.ts';
import { isCalendarDay, type UntilDay } from '../../utils/domain/until-day.ts';
import { askableDays } from '../../utils/domain/until-words.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Freshness } from '../Freshness.tsx';
import { useNow } from '../now-context.ts';
import { describedBy, FieldFrame } from '../options/FieldFrame.tsx';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import { zoneOf } from '../zone.ts';
import type { PageActions } from './page-actions.ts';
import { Screen } from './Screen.tsx';
import { UntilAnswer } from './UntilAnswer.tsx';

interface UntilScreenProps {
  line: GlanceLine;
  ask: PageActions['ask'];
  onBack: () => void;
}

/** One press for those to whom a calendar is too much. */
const SOON: [MessageKey, number][] = [
  ['untilWeek', 7],
  ['untilTwoWeeks', 14],
  ['untilMonth', 30],
];

const LONGEST_LABEL = 60;

/** Up to which day it must last, and whether it does: answered while the day is chosen, kept when asked to. */
export function UntilScreen({ line, ask, onBack }: UntilScreenProps) {
  const { t } = useWords();
  const today = dayIn(useNow(), zoneOf(line));
  const { first, last } = askableDays(today);
  const [day, setDay] = useState(line.until?.day ?? '');
  const [label, setLabel] = useState(line.until?.label ?? '');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useWork();
  const known = isCalendarDay(day) && day >= first && day <= last;
  const put = async (until: UntilDay | null) => {
    const reply = await run(() => ask('edit-line', { lineId: line.id, edit: { until } }));
    if (reply?.ok) onBack();
  };
  const keep = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (known) void put({ day, label: label.trim() });
  };
  return (
    <Screen title={t('untilTitle')} onBack={onBack}>
      <form class="stack" onSubmit={keep} noValidate>
        <DayField {...{ day, first, last }} wrong={!known && (tried || day !== '')} onInput={setDay} />
        <div class="until-soon">
          {SOON.map(([words, days]) => (
            <Button key={words} onClick={() => setDay(addDays(today, days))}>
              {t(words)}
            </Button>
          ))}
        </div>
        <LabelField label={label} onInput={setLabel} />
        <div role="status">{known && <UntilAnswer line={line} day={day} />}</div>
        <Button kind="primary" type="submit" wide busy={busy}>
          {t('untilKeep')}
        </Button>
        {line.until && (
          <Button wide busy={busy} onClick={() => void put(null)}>
            {t('untilForget')}
          </Button>
        )}
        <ErrorNote error={error} />
      </form>
      <Freshness line={line} />
    </Screen>
  );
}

interface DayFieldProps {
  day: string;
  first: string;
  last: string;
  wrong: boolean;
  onInput: (day: string) => void;
}

function DayField({ day, first, last, wrong, onInput }: DayFieldProps) {
  const { t } = useWords();
  const id = useId();
  const problem = wrong ? t('untilProblem') : null;
  return (
    <FieldFrame id={id} label={t('untilDay')} problem={problem}>
      <input
        id={id}
        class="input"
        type="date"
        value={day}
        min={first}
        max={last}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={describedBy(id, null, problem)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

function LabelField({ label, onInput }: { label: string; onInput: (label: string) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <FieldFrame id={id} label={t('untilLabel')}>
      <input
        id={id}
        class="input"
        dir="auto"
        autoComplete="off"
        maxLength={LONGEST_LABEL}
        placeholder={t('untilPlaceholder')}
        value={label}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
