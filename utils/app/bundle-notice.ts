import { bucketName } from '../domain/bucket-name.ts';
import { bundleSentences } from '../domain/bundle-words.ts';
import { bundlesOf } from '../domain/bundles.ts';
import type { AlertKey } from '../domain/episodes.ts';
import type { Money } from '../domain/reading.ts';
import type { TopUp } from '../domain/top-up.ts';
import { daysTo, type NoticeSource, type Text } from './notices.ts';

/** That a bundle ends: when, with what would be lost, and what follows. */
export function bundleEnds(source: NoticeSource, key: AlertKey): Text {
  const { words, line, reading, units, topUps, zone } = source;
  const bundle = reading ? bundlesOf(reading.buckets).find(({ head }) => head.id === key.subject) : undefined;
  const days = daysTo(bundle?.until, source) ?? key.days ?? 0;
  const title =
    days === 0
      ? words.t('notifyBundleEndsTodayTitle', line.name)
      : words.n('notifyBundleEndsTitle', days, line.name);
  const opening = words.t('bundleEnds', bundle ? bucketName(bundle.head, words) : line.name);
  if (!reading) return { title, message: opening };
  const price = renewalPrice(reading.autoRenew?.offerId, topUps);
  return { title, message: bundleSentences(opening, bundle, reading, { words, units, zone, price }) };
}

/** As it was last ordered here: the carrier tells no price with the balance. */
function renewalPrice(offerId: string | null | undefined, topUps: readonly TopUp[]): Money | null {
  const orders = topUps.filter(({ offer }) => offer !== null && offer.id === offerId);
  return orders.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0]?.offer?.price ?? null;
}
