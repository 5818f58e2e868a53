import type { Declaration, FieldRule } from '../contract.ts';
import { checkFields } from './check-fields.ts';

/** The origins that a filled-in form leads to, for pages alone. `mayMiss` as in `checkFields`. Throws FieldError. */
export function originsFilledIn(
  declaration: Declaration,
  given: Readonly<Record<string, string>>,
  mayMiss: (field: FieldRule) => boolean,
): string[] {
  const values = checkFields(declaration.fields, given, mayMiss);
  declaration.checkForm?.(values);
  return declaration.origins(values);
}
