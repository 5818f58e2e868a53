import { useState } from 'preact/hooks';
import { Card } from '../../../components/options/Card.tsx';
import { SelectField } from '../../../components/options/SelectField.tsx';
import { TextField } from '../../../components/options/TextField.tsx';
import { useWords } from '../../../components/words-context.ts';
import { isPointer, pointerTo } from '../../../utils/domain/pointer.ts';
import type { Mapping } from '../../../utils/providers/standards/mapping.ts';
import { PickForm } from './PickForm.tsx';
import { useFound } from './use-found.ts';

export interface PickPanelProps {
  answer: unknown;
  /** the value that was clicked; null = none yet */
  at: string | null;
  mapping: Mapping;
  onAt: (at: string | null) => void;
  onMapping: (mapping: Mapping) => void;
}

/** What the value that was clicked is. */
export function PickPanel({ answer, at, mapping, onAt, onMapping }: PickPanelProps) {
  const { t } = useWords();
  const value = useFound(answer, at);
  const isValue = value !== undefined && (typeof value !== 'object' || value === null);
  // An expression may find a whole list of bundles, of which any field can be a value.
  const items = at !== null && !isPointer(at) && Array.isArray(value) ? value : [];
  const fields = Object.keys(items.find((item) => typeof item === 'object' && item !== null) ?? {});
  const [typedField, setField] = useState<string | null>(null);
  const field = typedField !== null && fields.includes(typedField) ? typedField : fields[0];
  const found = isValue || field !== undefined;
  return (
    <Card title={t('mapPickTitle')} intro={at === null ? t('mapPickNone') : undefined}>
      <TextField
        id="map-at"
        label={t('mapAt')}
        help={t('mapAtHelp')}
        value={at ?? ''}
        problem={at === null || at === '' || found ? null : t('mapAtNothing')}
        onInput={(text) => onAt(text === '' ? null : text)}
        verbatim
      />
      {isValue && at !== null && (
        <PickForm key={at} answer={answer} at={at} list={null} mapping={mapping} onMapping={onMapping} />
      )}
      {field !== undefined && at !== null && (
        <>
          <SelectField
            id="map-item-field"
            label={t('mapItemField')}
            value={field}
            options={fields.map((name) => ({ value: name, label: name }))}
            onChange={setField}
          />
          <PickForm
            key={`${at} ${field}`}
            answer={items}
            at={pointerTo('/0', field)}
            list={at}
            mapping={mapping}
            onMapping={onMapping}
          />
        </>
      )}
    </Card>
  );
}
