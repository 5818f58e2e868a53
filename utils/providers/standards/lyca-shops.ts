/** What the pages of one country's shop take for granted. */
export interface LycaShop {
  /** ISO 3166 */
  region: string;
  /** IANA zone of its dates; in a country with several, the one most people live in */
  zone: string;
  currency: string;
  /** how that currency is written, besides its code; in lower case */
  marks: readonly string[];
}

const SHOPS: Readonly<Record<string, readonly [region: string, zone: string, currency: string]>> = {
  'www.lycamobile.co.uk': ['GB', 'Europe/London', 'GBP'],
  'www.lycamobile.at': ['AT', 'Europe/Vienna', 'EUR'],
  'www.lycamobile.be': ['BE', 'Europe/Brussels', 'EUR'],
  'www.lycamobile.ch': ['CH', 'Europe/Zurich', 'CHF'],
  'www.lycamobile.co.za': ['ZA', 'Africa/Johannesburg', 'ZAR'],
  'www.lycamobile.de': ['DE', 'Europe/Berlin', 'EUR'],
  'www.lycamobile.dk': ['DK', 'Europe/Copenhagen', 'DKK'],
  'www.lycamobile.es': ['ES', 'Europe/Madrid', 'EUR'],
  'www.lycamobile.fr': ['FR', 'Europe/Paris', 'EUR'],
  'www.lycamobile.ie': ['IE', 'Europe/Dublin', 'EUR'],
  'www.lycamobile.it': ['IT', 'Europe/Rome', 'EUR'],
  'www.lycamobile.mk': ['MK', 'Europe/Skopje', 'MKD'],
  'www.lycamobile.nl': ['NL', 'Europe/Amsterdam', 'EUR'],
  'www.lycamobile.pl': ['PL', 'Europe/Warsaw', 'PLN'],
  'www.lycamobile.pt': ['PT', 'Europe/Lisbon', 'EUR'],
  'www.lycamobile.ro': ['RO', 'Europe/Bucharest', 'RON'],
  'www.lycamobile.se': ['SE', 'Europe/Stockholm', 'SEK'],
  'www.lycamobile.tn': ['TN', 'Africa/Tunis', 'TND'],
  'www.lycamobile.ug': ['UG', 'Africa/Kampala', 'UGX'],
  'www.lycamobile.us': ['US', 'America/New_York', 'USD'],
  'www.lyca-mobile.no': ['NO', 'Europe/Oslo', 'NOK'],
};

/** How currencies are written. Some marks mean several, and then the shop's own is meant. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  CHF: ['fr', 'sfr'],
  DKK: ['kr'],
  EUR: ['€'],
  GBP: ['£'],
  MKD: ['ден', 'den'],
  NOK: ['kr'],
  PLN: ['zł', 'zl'],
  RON: ['lei'],
  SEK: ['kr'],
  TND: ['dt', 'د.ت'],
  UGX: ['ush'],
  USD: ['$', 'us$'],
  ZAR: ['r'],
};
/** Marks that mean one currency wherever they stand. */
const PLAIN_MARKS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

/** By host; null = none of its shops */
export function lycaShop(host: string): LycaShop | null {
  const row = Object.hasOwn(SHOPS, host) ? SHOPS[host] : undefined;
  if (!row) return null;
  const [region, zone, currency] = row;
  return { region, zone, currency, marks: MARKS[currency] ?? [] };
}

/** The currency that a mark or a code stands for on a shop's page; null = it may be any. */
export function currencyOf(mark: string, { currency, marks }: LycaShop): string | null {
  const written = mark.trim().toLowerCase().replace(/\.$/, '');
  if (marks.includes(written)) return currency;
  const code = Object.keys(MARKS).find((known) => known.toLowerCase() === written);
  return code ?? (Object.hasOwn(PLAIN_MARKS, written) ? (PLAIN_MARKS[written] ?? null) : null);
}
