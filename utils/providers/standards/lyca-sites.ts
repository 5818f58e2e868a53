/** One country's shop, with what its pages take for granted. */
export interface LycaSite {
  host: string;
  /** ISO 3166 */
  region: string;
  /** of its telephone numbers */
  callingCode: string;
  /** IANA zone of its dates; in a country with several, the one most people live in */
  zone: string;
  currency: string;
  /** how that currency is written, besides its code; in lower case */
  marks: readonly string[];
}

/** The shops by host, as public lists name them, the first one first and the others by their names. */
const SITES: Readonly<
  Record<string, readonly [region: string, callingCode: string, zone: string, currency: string]>
> = {
  'www.lycamobile.co.uk': ['GB', '44', 'Europe/London', 'GBP'],
  'www.lycamobile.at': ['AT', '43', 'Europe/Vienna', 'EUR'],
  'www.lycamobile.be': ['BE', '32', 'Europe/Brussels', 'EUR'],
  'www.lycamobile.ch': ['CH', '41', 'Europe/Zurich', 'CHF'],
  'www.lycamobile.co.za': ['ZA', '27', 'Africa/Johannesburg', 'ZAR'],
  'www.lycamobile.de': ['DE', '49', 'Europe/Berlin', 'EUR'],
  'www.lycamobile.dk': ['DK', '45', 'Europe/Copenhagen', 'DKK'],
  'www.lycamobile.es': ['ES', '34', 'Europe/Madrid', 'EUR'],
  'www.lycamobile.fr': ['FR', '33', 'Europe/Paris', 'EUR'],
  'www.lycamobile.ie': ['IE', '353', 'Europe/Dublin', 'EUR'],
  'www.lycamobile.it': ['IT', '39', 'Europe/Rome', 'EUR'],
  'www.lycamobile.mk': ['MK', '389', 'Europe/Skopje', 'MKD'],
  'www.lycamobile.nl': ['NL', '31', 'Europe/Amsterdam', 'EUR'],
  'www.lycamobile.pl': ['PL', '48', 'Europe/Warsaw', 'PLN'],
  'www.lycamobile.pt': ['PT', '351', 'Europe/Lisbon', 'EUR'],
  'www.lycamobile.ro': ['RO', '40', 'Europe/Bucharest', 'RON'],
  'www.lycamobile.se': ['SE', '46', 'Europe/Stockholm', 'SEK'],
  'www.lycamobile.tn': ['TN', '216', 'Africa/Tunis', 'TND'],
  'www.lycamobile.ug': ['UG', '256', 'Africa/Kampala', 'UGX'],
  'www.lycamobile.us': ['US', '1', 'America/New_York', 'USD'],
  'www.lyca-mobile.no': ['NO', '47', 'Europe/Oslo', 'NOK'],
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

export const LYCA_HOSTS: readonly string[] = Object.keys(SITES);

/** null = none of its shops */
export function lycaSite(host: string): LycaSite | null {
  const row = Object.hasOwn(SITES, host) ? SITES[host] : undefined;
  if (!row) return null;
  const [region, callingCode, zone, currency] = row;
  return { host, region, callingCode, zone, currency, marks: MARKS[currency] ?? [] };
}

/** The currency that a mark or a code stands for on a shop's page; null = it may be any. */
export function currencyOf(mark: string, { currency, marks }: LycaSite): string | null {
  const written = mark.trim().toLowerCase().replace(/\.$/, '');
  if (marks.includes(written)) return currency;
  const code = Object.keys(MARKS).find((known) => known.toLowerCase() === written);
  return code ?? (Object.hasOwn(PLAIN_MARKS, written) ? (PLAIN_MARKS[written] ?? null) : null);
}

/** Whether two ways of writing a telephone number mean the same one. */
export function isSameNumber(a: string, b: string, { callingCode }: LycaSite): boolean {
  const [one, other] = [internationalDigits(a, callingCode), internationalDigits(b, callingCode)];
  return one === other || one === callingCode + other || other === callingCode + one;
}

/** Its digits with the country's code, where it is written with a + or with a leading zero; else its digits. */
export function internationalDigits(number: string, callingCode: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.startsWith('0') ? callingCode + digits.slice(1) : digits;
}
