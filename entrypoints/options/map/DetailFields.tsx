import { CheckField } from '../../../components/options/CheckField.tsx';
import { SelectField } from '../../../components/options/SelectField.tsx';
import { TextField } from '../../../components/options/TextField.tsx';
import { useWords } from '../../../components/words-context.ts';
import type { MessageKey } from '../../../utils/domain/words.ts';
import { DATE_FORMS, type DateMapping, UNIT_IN_TEXT } from '../../../utils/providers/standards/mapping.ts';
import type { Detail } from './map-draft.ts';
import { guess } from './map-guess.ts';

export interface DetailFieldsProps {
  answer: unknown;
  at: string;
  detail: Detail;
  onDetail: (detail: Detail) => void;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 's', 'min', 'h', 'SMS'];
const BESIDE = 'beside';
const PLAIN = 'plain';

const DATE_WORDS: Record<DateMapping['as'], MessageKey> = {
  iso: 'mapDateIso',
  dmy: 'mapDateDmy',
  mdy: 'mapDateMdy',
  s: 'mapDateSeconds',
  ms: 'mapDateMilliseconds',
};

/** How the value is to be read: its unit, its form, its word. */
export function DetailFields({ answer, at, detail, onDetail }: DetailFieldsProps) {
  const { t } = useWords();
  const { unitBeside, currencyBeside } = guess(answer, at);
  if (detail.kind === 'amount') return <UnitField detail={detail} beside={unitBeside} onDetail={onDetail} />;
  if (detail.kind === 'date') return <DateFields detail={detail} onDetail={onDetail} />;
  if (detail.kind === 'flag')
    return (
      <TextField
        id="map-word"
        label={t('mapUnlimitedWord')}
        help={t('mapUnlimitedWordHelp')}
        value={detail.is}
        onInput={(is) => onDetail({ kind: 'flag', is })}
        verbatim
      />
    );
  if (detail.kind === 'money')
    return (
      <>
        {currencyBeside ? (
          <p class="small soft">{t('mapCurrencyBeside', currencyBeside.text)}</p>
        ) : (
          <TextField
            id="map-currency"
            label={t('mapCurrency')}
            help={t('mapCurrencyHelp')}
            value={detail.currency ?? ''}
            onInput={(currency) => onDetail({ ...detail, currency: currency.trim().toUpperCase() })}
            verbatim
          />
        )}
        <CheckField
          id="map-minor"
          label={t('mapMinor')}
          checked={detail.minor}
          onChange={(minor) => onDetail({ ...detail, minor })}
        />
      </>
    );
  return null;
}

interface UnitFieldProps {
  detail: Extract<Detail, { kind: 'amount' }>;
  beside: { at: string; text: string } | null;
  onDetail: (detail: Detail) => void;
}

function UnitField({ detail, beside, onDetail }: UnitFieldProps) {
  const { t } = useWords();
  const { unit, unitAt } = detail;
  const chosen = unitAt === undefined ? (unit === '' ? PLAIN : (unit ?? '')) : BESIDE;
  const choose = (value: string) => {
    if (value === BESIDE && beside) onDetail({ kind: 'amount', unitAt: beside.at });
    else onDetail({ kind: 'amount', unit: value === PLAIN ? '' : value || undefined });
  };
  const options = [
    { value: '', label: t('mapUnitChoose') },
    ...(beside ? [{ value: BESIDE, label: t('mapUnitBeside', beside.text) }] : []),
    ...UNITS.map((name) => ({ value: name, label: name })),
    { value: UNIT_IN_TEXT, label: t('mapUnitInText') },
    { value: PLAIN, label: t('mapUnitPlain') },
  ];
  return (
    <SelectField id="map-unit" label={t('mapUnit')} value={chosen} options={options} onChange={choose} />
  );
}

function DateFields({
  detail,
  onDetail,
}: {
  detail: Extract<Detail, { kind: 'date' }>;
  onDetail: (detail: Detail) => void;
}) {
  const { t } = useWords();
  const { as, zone } = detail;
  return (
    <>
      <SelectField
        id="map-date"
        label={t('mapDate')}
        value={as}
        options={DATE_FORMS.map((form) => ({ value: form, label: t(DATE_WORDS[form]) }))}
        onChange={(text) => onDetail({ ...detail, as: DATE_FORMS.find((form) => form === text) ?? as })}
      />
      {as !== 's' && as !== 'ms' && (
        <SelectField
          id="map-zone"
          label={t('mapZone')}
          help={t('mapZoneHelp')}
          value={zone ?? ''}
          options={[
            { value: '', label: t('mapZoneHere') },
            { value: 'UTC', label: 'UTC' },
          ]}
          onChange={(text) => onDetail({ kind: 'date', as, ...(text !== '' && { zone: text }) })}
        />
      )}
    </>
  );
}
