import { useState } from 'preact/hooks';
import { numberFormat } from '../../utils/domain/intl.ts';
import type { Words } from '../../utils/domain/words.ts';
import { useWords } from '../words-context.ts';
import type { Outcome } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { SelectField } from './SelectField.tsx';

const MINUTES = [5, 15, 30, 60, 120, 240, 720, 1440];
const DEFAULT = '';

export interface PollFormProps {
  /** null = the default */
  pollMinutes: number | null;
  zone: string | null;
  /** the shortest time that the carrier may be asked in, minutes */
  minMinutes: number;
  defaultMinutes: number;
  /** IANA zone of the browser */
  browserZone: string;
  zones: readonly string[];
  onSave: (change: { pollMinutes: number | null; zone: string | null }) => Promise<Outcome>;
}

/** How often the carrier is asked, and in which zone the line's days are counted. */
export function PollForm(props: PollFormProps) {
  const { minMinutes, defaultMinutes, browserZone, zones, onSave } = props;
  const words = useWords();
  const [minutes, setMinutes] = useState(props.pollMinutes === null ? DEFAULT : String(props.pollMinutes));
  const [zone, setZone] = useState(props.zone ?? DEFAULT);
  const own = props.pollMinutes === null ? [] : [props.pollMinutes];
  const ownZone = props.zone === null || zones.includes(props.zone) ? [] : [props.zone];
  const offered = [...new Set([...MINUTES, ...own])]
    .filter((each) => each >= minMinutes)
    .sort((a, b) => a - b);
  return (
    <SaveForm
      onSave={() =>
        onSave({
          pollMinutes: minutes === DEFAULT ? null : Number(minutes),
          zone: zone === DEFAULT ? null : zone,
        })
      }
    >
      <SelectField
        id="line-poll"
        label={words.t('linePoll')}
        help={words.t('linePollHelp', everyWords(minMinutes, words))}
        value={minutes}
        onChange={setMinutes}
        options={[
          { value: DEFAULT, label: words.t('linePollDefault', everyWords(defaultMinutes, words)) },
          ...offered.map((each) => ({ value: String(each), label: everyWords(each, words) })),
        ]}
      />
      <SelectField
        id="line-zone"
        label={words.t('lineZone')}
        help={words.t('lineZoneHelp')}
        value={zone}
        onChange={setZone}
        options={[
          { value: DEFAULT, label: words.t('lineZoneDefault', browserZone) },
          ...[...ownZone, ...zones].map((each) => ({ value: each, label: each.replaceAll('_', ' ') })),
        ]}
      />
    </SaveForm>
  );
}

/** `15 minutes`, `2 hours` in the person's language. */
function everyWords(minutes: number, { locale }: Words): string {
  const [value, unit] =
    minutes % 60 === 0 ? ([minutes / 60, 'hour'] as const) : ([minutes, 'minute'] as const);
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
