import { pointedAt, pointerTo } from '../../../utils/domain/pointer.ts';
import { unitOf } from '../../../utils/providers/standards/units.ts';
import type { Detail, Role } from './map-draft.ts';

/** What the screen offers for a value that was clicked, before the person says anything. */
export interface Guess {
  role: Role;
  /** the unit that stands beside it in the answer; null = none does */
  unitBeside: { at: string; text: string } | null;
  currencyBeside: { at: string; text: string } | null;
}

const BY_NAME: readonly [RegExp, Role][] = [
  [/remain|left|avail|rest/i, 'remaining'],
  [/unlimit/i, 'unlimited'],
  [/used|usage|consum/i, 'used'],
  [/total|limit|size|quota|cap\b|initial|allow/i, 'total'],
  [/expir|valid|until|ends?\b|endat/i, 'validUntil'],
  [/credit|balance|money/i, 'credit'],
  [/plan|tariff|package/i, 'planName'],
  [/updated|measured|asof|reported/i, 'asOf'],
  [/name|label|title/i, 'label'],
];
const UNIT_IN_NAME: readonly [RegExp, string][] = [
  [/bytes?$|octets?$/i, 'B'],
  [/_?kb$/i, 'KB'],
  [/_?mb$|megabytes?$/i, 'MB'],
  [/_?gb$|gigabytes?$/i, 'GB'],
  [/min(utes?|s)?$/i, 'min'],
  [/sms$|texts?$|messages?$/i, 'SMS'],
];
const DAY_FIRST = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}/;

/** What a value is likely to be, by its name and by what stands beside it. */
export function guess(answer: unknown, pointer: string): Guess {
  const [parent, name] = splitLast(pointer);
  const [, parentName] = splitLast(parent);
  const role =
    BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ??
    BY_NAME.find(([pattern]) => pattern.test(parentName))?.[1] ??
    'remaining';
  return {
    role,
    unitBeside: beside(answer, parent, /unit/i, isUnit),
    currencyBeside: beside(answer, parent, /curr|iso/i, (text) => /^[A-Z]{3}$/.test(text)),
  };
}

/** How a value is read in a role, as far as its name and text tell; a unit that they do not tell is left open. */
export function guessedDetail(role: Role, answer: unknown, pointer: string): Detail {
  const { unitBeside, currencyBeside } = guess(answer, pointer);
  const value = pointedAt(answer, pointer);
  switch (role) {
    case 'remaining':
    case 'used':
    case 'total':
      return unitBeside
        ? { kind: 'amount', unitAt: unitBeside.at }
        : { kind: 'amount', unit: unitIn(pointer, value) };
    case 'validUntil':
    case 'lapse':
    case 'asOf':
      return { kind: 'date', as: dateForm(value) };
    case 'unlimited':
      return { kind: 'flag', is: value === false ? 'true' : String(value) };
    case 'credit':
      return currencyBeside
        ? { kind: 'money', currencyAt: currencyBeside.at, minor: /cents?$|minor/i.test(pointer) }
        : { kind: 'money', minor: /cents?$|minor/i.test(pointer) };
    default:
      return { kind: 'text' };
  }
}

function unitIn(pointer: string, value: unknown): string | undefined {
  if (typeof value === 'string' && /^\S+\s*\p{L}+$/u.test(value) && Number.isNaN(Number(value)))
    return 'text';
  const [, name] = splitLast(pointer);
  return UNIT_IN_NAME.find(([pattern]) => pattern.test(name))?.[1];
}

function dateForm(value: unknown) {
  const number = typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : null;
  if (number !== null) return number > 1e11 ? 'ms' : 's';
  return DAY_FIRST.test(String(value)) ? 'dmy' : 'iso';
}

function beside(answer: unknown, parent: string, name: RegExp, fits: (text: string) => boolean) {
  const siblings = pointedAt(answer, parent);
  if (typeof siblings !== 'object' || siblings === null || Array.isArray(siblings)) return null;
  const found = Object.entries(siblings).find(
    ([key, value]) => name.test(key) && typeof value === 'string' && fits(value),
  );
  return found ? { at: pointerTo(parent, found[0]), text: String(found[1]) } : null;
}

function isUnit(text: string): boolean {
  try {
    unitOf(text);
    return true;
  } catch {
    return false;
  }
}

function splitLast(pointer: string): [string, string] {
  const at = pointer.lastIndexOf('/');
  return at < 0 ? ['', ''] : [pointer.slice(0, at), pointer.slice(at + 1)];
}
