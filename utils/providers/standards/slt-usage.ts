import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Reading } from '../../domain/reading.ts';
import { listOf, MANY, orUnknown, parseAnswer, text } from './answer.ts';
import { dateTime, plausible } from './dates.ts';
import { dateText, type Figure, figure } from './loose.ts';
import { endOfNamedDay, timeWithMonthName } from './named-months.ts';
import { bucketList, type LooseBucket, reading } from './normalise.ts';
import { scaled } from './numbers.ts';
import { cleanTextOrNull } from './text.ts';

const ZONE = 'Asia/Colombo';

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['GB', 2 ** 30],
  ['MB', 2 ** 20],
]);

/** A volume in its own unit. */
const volumeFields = {
  /** null = no limit */
  limit: z.optional(z.unknown()),
  used: figure,
  remaining: figure,
  volume_unit: text,
};
const summary = orUnknown(z.object(volumeFields));
const details = z.optional(
  z.nullable(listOf(z.object({ ...volumeFields, name: text, expiry_date: dateText }), MANY)),
);

/** `BBVAS/UsageSummary`. The summary of the package repeats its details and is not read. */
const usageAnswer = z.object({
  dataBundle: z.object({
    status: text,
    reported_time: dateText,
    package_name: text,
    usageDetails: details,
    my_package_info: orUnknown(
      z.object({ package_name: text, usageDetails: details, reported_time: dateText }),
    ),
    bonus_data_summary: summary,
    vas_data_summary: summary,
    free_data_summary: summary,
    extra_gb_data_summary: summary,
  }),
});

type Bundle = z.infer<typeof usageAnswer>['dataBundle'];
type Volume = Pick<NonNullable<z.infer<typeof summary>>, keyof typeof volumeFields>;

/** The reading of an answer. Throws Failure `unreadable`. */
export function readingOf(answer: unknown, now: Instant): Reading {
  const { dataBundle: told } = parseAnswer(usageAnswer, answer);
  const info = told.my_package_info;
  const list = info?.usageDetails ?? told.usageDetails ?? null;
  const summaries = summariesIn(told);
  if (list === null && summaries.length === 0) throw new Failure('unreadable', 'no usage');
  const asOf = plausible(timeIn(told.reported_time ?? info?.reported_time ?? null), now);
  const main = (list ?? []).map((detail): LooseBucket => {
    const validUntil = plausible(endOfNamedDay(detail.expiry_date ?? '', asOf ?? now, ZONE), now);
    return {
      ...volumeOf(detail),
      label: detail.name,
      kind: 'data',
      validUntil,
      validUntilEstimated: true,
    };
  });
  return reading({
    asOf,
    lineStatus: told.status?.trim().toUpperCase() === 'THROTTLED' ? 'throttled' : 'active',
    planName: cleanTextOrNull(info?.package_name ?? told.package_name),
    buckets: bucketList([...main, ...summaries]),
  });
}

function summariesIn(told: Bundle): LooseBucket[] {
  const all = [
    { id: 'bonus', label: 'Bonus data', scope: 'general', volume: told.bonus_data_summary },
    { id: 'vas', label: 'VAS data', scope: 'dedicated', volume: told.vas_data_summary },
    { id: 'free', label: 'Free data', scope: 'general', volume: told.free_data_summary },
    { id: 'extra-gb', label: 'Extra GB', scope: 'general', volume: told.extra_gb_data_summary },
  ] as const;
  return all.flatMap(({ volume, ...rest }) =>
    volume ? [{ ...rest, kind: 'data' as const, ...volumeOf(volume) }] : [],
  );
}

function volumeOf({ limit, used, remaining, volume_unit }: Volume) {
  const unlimited = limit === null;
  const bytes = (told: Figure) => (told === null ? null : scaled(told, factorOf(volume_unit)));
  return {
    unlimited,
    total: unlimited ? null : bytes(parseAnswer(figure, limit)),
    used: bytes(used),
    remaining: unlimited ? null : bytes(remaining),
  };
}

function factorOf(unit: string | null): number {
  const factor = FACTORS.get((unit ?? '').trim().toUpperCase());
  if (factor === undefined) throw new Failure('unreadable', 'an unknown unit');
  return factor;
}

/** It writes times in two ways, both without a zone. */
function timeIn(told: string | null): Instant | null {
  return told === null ? null : (timeWithMonthName(told, ZONE) ?? dateTime(told, ZONE)?.at ?? null);
}
