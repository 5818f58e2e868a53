import { bucketName } from './bucket-name.ts';
import { type Bundle, type Ending, sequelOf } from './bundles.ts';
import { formatData, formatDay, formatMoney } from './format.ts';
import type { Money } from './reading.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

export interface BundleWords {
  words: Words;
  units: Settings['units'];
  /** IANA zone of the line; null = the browser's */
  zone: string | null;
  /** what the renewal costs; null = not known here */
  price: Money | null;
}

function sequelSentence(bundle: Bundle, line: Ending, { words, zone, price }: BundleWords): string | null {
  const sequel = sequelOf(bundle, line);
  if (sequel === null) return null;
  if (sequel.kind === 'queued') return words.t('bundleFollows', bucketName(sequel.bucket, words));
  if (sequel.kind === 'no') return words.t('bundleNoSequel');
  const day = formatDay(sequel.at, words.locale, zone);
  return price
    ? words.t('bundleRenewsFor', day, formatMoney(price, words.locale))
    : words.t('bundleRenews', day);
}

/** `opening`, then what would be lost and what comes after it, as far as that is known. */
export function bundleSentences(
  opening: string,
  bundle: Bundle | undefined,
  line: Ending,
  source: BundleWords,
): string {
  if (!bundle) return opening;
  const { words, units } = source;
  const unused = bundle.unused && words.t('bundleUnused', formatData(bundle.unused, units, words.locale));
  return [unused, sequelSentence(bundle, line, source)].reduce<string>(
    (text, next) => (next ? words.t('sentences', text, next) : text),
    opening,
  );
}
