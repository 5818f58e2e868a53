/* Intl's formatters cost milliseconds to make and nothing to use, so each is made once. */

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const ages = new Map<string, Intl.RelativeTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();

function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options));
}

/** `zone`: IANA; null, or one that this browser does not know, = the browser's own. */
export function dateFormat(
  locale: string,
  zone: string | null,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return once(dates, `${locale} ${zone} ${JSON.stringify(options)}`, () => {
    try {
      return new Intl.DateTimeFormat(locale, zone === null ? options : { ...options, timeZone: zone });
    } catch {
      return new Intl.DateTimeFormat(locale, options);
    }
  });
}

export function ageFormat(locale: string): Intl.RelativeTimeFormat {
  return once(ages, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
}

export function listFormat(locale: string): Intl.ListFormat {
  return once(lists, locale, () => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
}
