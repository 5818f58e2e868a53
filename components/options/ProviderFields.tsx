import { useEffect } from 'preact/hooks';
import type { Field } from '../../utils/providers/contract.ts';
import { useWords } from '../words-context.ts';
import { SecretField } from './SecretField.tsx';
import { SelectField } from './SelectField.tsx';
import { TextField } from './TextField.tsx';

export interface ProviderFieldsProps {
  fields: readonly Field[];
  values: Readonly<Record<string, string>>;
  onInput: (name: string, value: string) => void;
  /** what is wrong, and with which field */
  problem: { field: string; sentence: string } | null;
  /** they stand in for a sign-in, so none is called optional */
  instead?: boolean;
  /** an empty secret keeps the one that is stored */
  secretsKept?: boolean;
}

/** The inputs that a provider declares. The focus moves to the one that cannot be used. */
export function ProviderFields({
  fields,
  values,
  onInput,
  problem,
  instead,
  secretsKept,
}: ProviderFieldsProps) {
  const { t, locale } = useWords();
  useEffect(() => {
    if (problem) document.getElementById(`field-${problem.field}`)?.focus();
  }, [problem]);
  return (
    <>
      {fields.map((field) => {
        const kept = field.secret && secretsKept === true;
        const shared = {
          id: `field-${field.name}`,
          label: field.required || instead ? t(field.label) : t('addOptional', t(field.label)),
          help: field.help && t(field.help),
          value: values[field.name] ?? '',
          placeholder: kept ? t('addSecretKept') : field.example,
          required: field.required && !kept,
          problem: problem?.field === field.name ? problem.sentence : null,
          onInput: (value: string) => onInput(field.name, value),
        };
        if (field.choices) {
          const { id, label, help, value, onInput: onChange } = shared;
          const options = countryOptions(field.choices, locale);
          return <SelectField key={field.name} {...{ id, label, help, value, options, onChange }} />;
        }
        if (field.secret && field.input !== 'multiline') return <SecretField key={field.name} {...shared} />;
        const type = field.input === 'url' || field.input === 'tel' ? field.input : 'text';
        return (
          <TextField
            key={field.name}
            {...shared}
            type={type}
            multiline={field.input === 'multiline'}
            verbatim
          />
        );
      })}
    </>
  );
}

/** By the names of the countries in the person's language, in its order. */
function countryOptions(choices: NonNullable<Field['choices']>, locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return choices
    .map(({ value, region }) => ({ value, label: names.of(region) ?? region }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
