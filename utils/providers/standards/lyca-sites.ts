/** One country's shop. What its pages take for granted stands in `lyca-shops.ts`. */
export interface LycaSite {
  host: string;
  /** of its country's telephone numbers */
  callingCode: string;
}

/** The shops' calling codes by host, as public lists name them, the first one first and the others by their names. */
const CALLING_CODES: Readonly<Record<string, string>> = {
  'www.lycamobile.co.uk': '44',
  'www.lycamobile.at': '43',
  'www.lycamobile.be': '32',
  'www.lycamobile.ch': '41',
  'www.lycamobile.co.za': '27',
  'www.lycamobile.de': '49',
  'www.lycamobile.dk': '45',
  'www.lycamobile.es': '34',
  'www.lycamobile.fr': '33',
  'www.lycamobile.ie': '353',
  'www.lycamobile.it': '39',
  'www.lycamobile.mk': '389',
  'www.lycamobile.nl': '31',
  'www.lycamobile.pl': '48',
  'www.lycamobile.pt': '351',
  'www.lycamobile.ro': '40',
  'www.lycamobile.se': '46',
  'www.lycamobile.tn': '216',
  'www.lycamobile.ug': '256',
  'www.lycamobile.us': '1',
  'www.lyca-mobile.no': '47',
};

export const LYCA_HOSTS: readonly string[] = Object.keys(CALLING_CODES);

/** null = none of its shops */
export function lycaSite(host: string): LycaSite | null {
  const callingCode = Object.hasOwn(CALLING_CODES, host) ? CALLING_CODES[host] : undefined;
  return callingCode === undefined ? null : { host, callingCode };
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
