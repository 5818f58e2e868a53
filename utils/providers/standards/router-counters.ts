import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Reading } from '../../domain/reading.ts';
import { monthFromDay } from './dates.ts';
import { amountOf, type Figure } from './loose.ts';
import { bucketList, reading } from './normalise.ts';

/** What a device counts of one month's traffic. */
interface Counted {
  /** bytes; null = not told */
  download: Figure;
  upload: Figure;
  /** bytes that its owner allows for the month; null = none are set */
  limit: number | null;
  /** the day of the month on which it begins anew */
  firstDay: string | null;
}

/** A device's own count as a reading. It begins anew on a day of the device, here in the browser's zone. */
export function countedReading(counted: Counted, { now, zone }: { now: Instant; zone: string }): Reading {
  const [download, upload] = [counter(counted.download), counter(counted.upload)];
  const day = counted.firstDay?.trim() ?? '';
  const period = /^\d{1,2}$/.test(day) ? monthFromDay(Number(day), now, zone) : null;
  return reading({
    period,
    buckets: bucketList([
      {
        id: 'month',
        kind: 'data',
        total: counted.limit,
        used: download === null || upload === null ? null : download + upload,
        validUntil: period?.end ?? null,
        validUntilEstimated: true,
      },
    ]),
  });
}

function counter(told: Figure): number | null {
  const bytes = amountOf(told);
  if (bytes !== null && bytes < 0) throw new Failure('unreadable', 'a negative counter');
  return bytes;
}
