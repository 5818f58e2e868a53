import { MASK, redact } from './redact.ts';
import { secretForms } from './secret-forms.ts';

/*
 * An answer made fit to be handed to a stranger: its shape stays, whoever it is about does not. What might be a name
 * or an identifier is masked; too much is better than too little.
 */

/** Keys below which everything is about a person or opens something. */
const PERSONAL =
  /name$|holder|owner|customer|subscriber|person|contact|user|login|mail|phone|mobile|msisdn|imsi|imei|iccid|\beid|number|address|street|city|zip|postal|birth|dob|passw|pin|puk|token|secret|session|cookie|auth|sign|(?:^|[_-])(?:key|id)$|Id$|uuid|serial|url|uri|href|link/i;
/** Names of things that are sold, which a sample is of little use without. */
const SOLD = /plan|bundle|package|product|tariff|offer|bucket|allowance|quota|service|unit|item/i;
/** A date, perhaps with its time. */
const DATE =
  /(?<!\p{Nd})(?:(?:19|20)\d\d([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:19|20)\d\d)(?!\p{Nd})(?:[T ,]+\d\d?:\d\d(?::\d\d(?:[.,]\d{1,6}(?!\p{Nd}))?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?(?!\p{Nd}))?/gu;
/** More than six digits, however they are grouped. */
const NUMBER = /\p{Nd}(?:[\s\p{P}\p{Cf}]{0,3}\p{Nd}){6,}/gu;
/** Letters and digits in one: a code, an id, a key. */
const CODE =
  /(?=[\p{L}\p{Nd}_-]*\p{L})(?=[\p{L}\p{Nd}_-]*\p{Nd})[\p{L}\p{Nd}_-]{8,}|[\p{L}\p{Nd}_+/=-]{24,}/gu;
const MOST_DIGITS = 6;
const DEEPEST_TEXT = 3;

/**
 * The answer as indented JSON with identifiers and every number of more than six digits masked. Keys and dates stay.
 * `secrets`: what the person typed in; none of it survives in any form.
 */
export function maskedSample(answer: unknown, secrets: readonly string[]): string {
  const text = JSON.stringify(
    masked(answer, { secrets, key: '', above: '', personal: false, depth: 0 }),
    null,
    2,
  );
  const forms = secretForms(secrets).map((form) => form.toLowerCase());
  const leaks = /\p{Nd}{7,}/u.test(text) || forms.some((form) => text.toLowerCase().includes(form));
  // A secret may be made of several leaves at once: then the text is worth more than its form.
  return leaks ? redact(text, secrets) : text;
}

interface Place {
  secrets: readonly string[];
  key: string;
  /** the key of what holds it */
  above: string;
  /** within something personal */
  personal: boolean;
  /** texts of JSON within texts of JSON */
  depth: number;
}

function masked(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map((item) => masked(item, place));
  if (typeof value === 'object' && value !== null) return maskedObject(value, place);
  const isPersonal = place.personal || tellsWho(place);
  if (typeof value === 'string') return maskedText(value, isPersonal, place);
  const told = String(value);
  const digits = told.match(/\p{Nd}/gu)?.length ?? 0;
  const isSecret = place.secrets.some((secret) => secret.trim() === told);
  const isNumber = typeof value === 'number';
  return isNumber && (digits > MOST_DIGITS || isPersonal || isSecret) ? `${MASK} number` : value;
}

function maskedObject(value: object, place: Place): Record<string, unknown> {
  const personal = place.personal || (tellsWho(place) && !SOLD.test(place.key));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      maskedParts(key, place.secrets),
      masked(item, { ...place, personal, key, above: place.key }),
    ]),
  );
}

/** Whether what stands under a key tells who it is about. */
function tellsWho({ key, above }: Place): boolean {
  const isSold = /name$/i.test(key) && (SOLD.test(key) || SOLD.test(above));
  return PERSONAL.test(key) && !isSold;
}

function maskedText(text: string, isPersonal: boolean, place: Place): string {
  const inner = place.depth < DEEPEST_TEXT ? jsonIn(text) : undefined;
  if (inner !== undefined) return JSON.stringify(masked(inner, { ...place, depth: place.depth + 1 }));
  const isSecret = place.secrets.some((secret) => secret.trim() !== '' && text.trim() === secret.trim());
  if (isSecret) return MASK;
  const isDate = text.replace(DATE, '').trim() === '';
  if (isPersonal && !isDate && text !== '') return MASK;
  return maskedParts(text, place.secrets);
}

/** Dates stay as they are; between them everything that looks like an identifier goes. */
function maskedParts(text: string, secrets: readonly string[]): string {
  const clean = redact(text, secrets).normalize('NFKC');
  const dates = [...clean.matchAll(DATE)].map(([date]) => date);
  const between = clean.replace(DATE, '\u0000').split('\u0000');
  const safe = between.map((part) => part.replace(NUMBER, MASK).replace(CODE, MASK));
  return safe.map((part, index) => part + (dates[index] ?? '')).join('');
}

/** An object or a list that stands in a text; undefined = there is none. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
