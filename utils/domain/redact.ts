import { secretForms } from './secret-forms.ts';

/** Stands in the place of what was masked. */
export const MASK = '•••';

const TOKEN = /\b(bearer|basic|digest|token)(\s+|%20|\+)(?!•)[\w.~+/=:%-]{6,}/gi;
const JWT = /\beyJ[\w-]{4,}(?:\.[\w-]*){1,4}/g;
const EMAIL = /[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** A number with its country code, however it is grouped. */
const PHONE = /(?:\+|%2B)\p{Nd}[\p{Nd} ().-]{6,}\p{Nd}/giu;
/** Longer than six: a line's number, an account, a card. Dates and times have shorter runs. */
const DIGITS = /\p{Nd}{7,}/gu;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * Masks known secrets in every form they may stand in, bearer and basic tokens, JSON Web Tokens, e-mail
 * addresses, phone numbers and runs of more than six digits. For diagnostics and the details of failures.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return redactor(secrets)(text);
}

/** As `redact`, for many texts. */
function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secretForms(secrets);
  const known = forms.length > 0 ? new RegExp(forms.map(escaped).join('|'), 'giu') : null;
  return (text) =>
    (known ? text.replace(known, MASK) : text)
      .replace(TOKEN, `$1$2${MASK}`)
      .replace(JWT, MASK)
      .replace(EMAIL, MASK)
      .replace(PHONE, MASK)
      .replace(DIGITS, MASK);
}

/** JSON of `value`, indented, with every text in it masked; a number that would be becomes the mask. */
export function redactedJson(value: unknown, secrets: readonly string[]): string {
  const mask = redactor(secrets);
  const replace = (_key: string, part: unknown) => {
    if (typeof part === 'string') return mask(part);
    return typeof part === 'number' && mask(`${part}`) !== `${part}` ? MASK : part;
  };
  return JSON.stringify(value, replace, 2);
}
