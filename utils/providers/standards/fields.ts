import type { Field } from '../contract.ts';

/** A field of a provider's form: plain text that has to be filled in, unless said otherwise. */
export function field(told: Pick<Field, 'name' | 'label'> & Partial<Field>): Field {
  return {
    help: null,
    secret: false,
    required: true,
    initial: '',
    example: '',
    input: told.secret ? 'password' : 'text',
    pattern: null,
    ...told,
  };
}
