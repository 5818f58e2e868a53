import type { Per } from '../../utils/domain/stretches.ts';
import { ChoiceField } from '../options/ChoiceField.tsx';
import { SelectField } from '../options/SelectField.tsx';
import { useWords } from '../words-context.ts';

interface ControlsProps<R extends string> {
  lines: readonly { id: string; name: string }[];
  /** null = all lines */
  lineId: string | null;
  onLine: (lineId: string | null) => void;
  /** days up to today, or `all` */
  ranges: readonly R[];
  range: R;
  onRange: (range: R) => void;
  per: Per;
  onPer: (per: Per) => void;
}

const ALL = '';

/** Which line, which days, how fine. */
export function Controls<R extends string>(props: ControlsProps<R>) {
  const { t, n } = useWords();
  const { lines, lineId, ranges } = props;
  const options = [
    { value: ALL, label: t('dataHistoryAll') },
    ...lines.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const pers: { value: Per; label: string }[] = [
    { value: 'day', label: t('historyPerDay') },
    { value: 'hour', label: t('historyPerHour') },
  ];
  return (
    <div class="controls">
      {lines.length > 1 && (
        <SelectField
          id="history-line"
          label={t('dataHistoryLine')}
          value={lineId ?? ALL}
          options={options}
          onChange={(value) => props.onLine(value === ALL ? null : value)}
        />
      )}
      <ChoiceField
        name="range"
        legend={t('historyRange')}
        value={props.range}
        choices={ranges.map((range) => ({
          value: range,
          label: range === 'all' ? t('historyRangeAll') : n('historyRangeDays', Number(range)),
        }))}
        onChange={props.onRange}
        row
      />
      <ChoiceField
        name="per"
        legend={t('historyPer')}
        value={props.per}
        choices={pers}
        onChange={props.onPer}
        row
      />
    </div>
  );
}
