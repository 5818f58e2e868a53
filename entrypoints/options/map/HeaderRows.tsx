import { Button } from '../../../components/Button.tsx';
import { CheckField } from '../../../components/options/CheckField.tsx';
import { SecretField } from '../../../components/options/SecretField.tsx';
import { TextField } from '../../../components/options/TextField.tsx';
import { useWords } from '../../../components/words-context.ts';
import type { HeaderRow } from './header-rows.ts';

export interface HeaderRowsProps {
  rows: readonly HeaderRow[];
  onChange: (rows: readonly HeaderRow[]) => void;
  problem: string | null;
}

/** The headers of a request, each with its own say on whether it is a secret. */
export function HeaderRows({ rows, onChange, problem }: HeaderRowsProps) {
  const { t } = useWords();
  const change = (index: number, part: Partial<HeaderRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <fieldset class="header-rows" aria-describedby={problem ? 'headers-problem' : undefined}>
      <legend class="legend">{t('fieldHeadersLabel')}</legend>
      {rows.map((row, index) => {
        const value = {
          id: `header-value-${index}`,
          label: t('mapHeaderValue'),
          value: row.value,
          placeholder: 'Bearer …',
          onInput: (text: string) => change(index, { value: text }),
        };
        return (
          <div class="header-row" key={`row-${index}`}>
            <TextField
              id={`header-name-${index}`}
              label={t('mapHeaderName')}
              value={row.name}
              onInput={(name) => change(index, { name })}
              verbatim
            />
            {row.secret ? <SecretField {...value} /> : <TextField {...value} verbatim />}
            <CheckField
              id={`header-secret-${index}`}
              label={t('mapHeaderSecret')}
              checked={row.secret}
              onChange={(secret) => change(index, { secret })}
            />
            <Button
              kind="quiet"
              aria-label={t('mapHeaderRemove', row.name || t('mapHeaderName'))}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              {t('mapRemove')}
            </Button>
          </div>
        );
      })}
      {problem && (
        <p id="headers-problem" class="small field-problem" role="alert">
          {problem}
        </p>
      )}
      <Button onClick={() => onChange([...rows, { name: '', value: '', secret: true }])}>
        {t('mapHeaderAdd')}
      </Button>
    </fieldset>
  );
}
