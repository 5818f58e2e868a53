import { FieldError, type FieldRule } from '../contract.ts';

/**
 * The values of a provider's fields as they may be used: trimmed, empty ones left out, nothing that the provider
 * does not declare. `mayMiss` tells which required fields may be empty all the same. Throws FieldError.
 */
export function checkFields(
  fields: readonly FieldRule[],
  given: Readonly<Record<string, string>>,
  mayMiss: (field: FieldRule) => boolean,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of fields) {
    const { name, required, pattern } = field;
    const value = (given[name] ?? '').trim();
    if (value === '') {
      if (required && !mayMiss(field)) throw new FieldError(name, 'missing');
    } else {
      if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
        throw new FieldError(name, 'malformed');
      values[name] = value;
    }
  }
  return values;
}
