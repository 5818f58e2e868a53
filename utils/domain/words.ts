import type messages from '../../public/_locales/en/messages.json';

/** A key of `public/_locales/en/messages.json`; a key that does not exist is a type error. */
export type MessageKey = keyof typeof messages;

/** Every base of a pair `<base>_one` / `<base>_other`. */
export type PluralKey = { [K in MessageKey]: K extends `${infer B}_other` ? B : never }[MessageKey];

/** The person's language: sentences by key, and the locale for Intl. */
export interface Words {
  /** BCP 47 tag */
  locale: string;
  /** The sentence for a key, with `$1` to `$9` filled in from `subs`. */
  t(key: MessageKey, ...subs: string[]): string;
  /** The sentence for a count: `$1` is the formatted count, `subs` follow as `$2` ... */
  n(base: PluralKey, count: number, ...subs: string[]): string;
}

/** `get` is the browser's own message lookup, or a test's. */
export function createWords(locale: string, get: (key: string, subs: string[]) => string): Words {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const t: Words['t'] = (key, ...subs) => get(key, subs);
  return {
    locale,
    t,
    n: (base, count, ...subs) => {
      const key = `${base}_${rules.select(count) === 'one' ? 'one' : 'other'}` as MessageKey;
      return t(key, number.format(count), ...subs);
    },
  };
}
