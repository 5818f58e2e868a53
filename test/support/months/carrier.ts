import { Failure } from '../../../utils/domain/failure.ts';
import { DAY, HOUR, toInstant } from '../../../utils/domain/instant.ts';
import { aDataBucket, aReading, GB } from '../records.ts';

/** What a carrier answers at a step: its figures, figures from `lagging` hours ago, none, or an error. */
export type Answers = 'fresh' | 'lagging' | 'unknown' | 'missing';

interface Bought {
  id: string;
  from: number;
  until: number;
  used: number;
}

/** How long the figures of a `lagging` answer are behind. */
const LAG = 3 * HOUR;
const MAIN = 8 * GB;
export const EXTRA = 2 * GB;
const PERIOD = 30 * DAY;

export const LINE = 'the-line';
export const OFFER = {
  id: 'extra',
  name: 'Extra 2 GB',
  kind: 'bundle',
  data: EXTRA,
  voice: null,
  sms: null,
  validityDays: null,
  recurring: false,
  price: { amount: 500, currency: 'EUR' },
  promotion: null,
};

/** A carrier as a pure model: a month of 8 GB that begins anew, bundles that are bought, a number that lapses. */
export interface MonthCarrier {
  /** the person uses so much until `now` */
  use(bytes: number, now: number): void;
  answers(how: Answers): void;
  /** some of what was counted is given back */
  correct(bytes: number, now: number): void;
  /** the checkout that was opened last is paid and credited */
  pay(now: number): void;
  /** the last instant at which anything rose: a period, a credit or a correction */
  lastRise(): number;
  /** `path` under the base address. Throws Failure. */
  reply(path: string, method: string, now: number): unknown;
}

/** `extraDays`: how long what is bought lasts. */
export function monthCarrier(start: number, validDays: number, extraDays: number): MonthCarrier {
  let used = 0;
  let periodStart = start - 9 * DAY;
  let validUntil = start + validDays * DAY;
  let how: Answers = 'fresh';
  let lastRise = 0;
  let checkout: { id: string; paidAt: number | null } | null = null;
  const bought: Bought[] = [];
  const past: { at: number; reading: ReturnType<typeof balance> }[] = [];

  /** The month ends at its instant, and another begins with all of its data. */
  function live(now: number): void {
    while (now >= periodStart + PERIOD) {
      periodStart += PERIOD;
      used = 0;
      lastRise = periodStart;
    }
  }

  function balance(now: number) {
    const period = { start: toInstant(periodStart), end: toInstant(periodStart + PERIOD) };
    const dates = { validFrom: period.start, validUntil: period.end };
    const state = used >= MAIN ? 'depleted' : 'active';
    const extras = bought
      .filter(({ until }) => until > now)
      .map((one) =>
        aDataBucket(EXTRA, one.used, {
          id: one.id,
          label: `Extra ${one.id}`,
          state: one.used >= EXTRA ? 'depleted' : 'active',
          validFrom: toInstant(one.from),
          validUntil: toInstant(one.until),
        }),
      );
    return aReading({
      asOf: toInstant(now),
      buckets: [aDataBucket(MAIN, used, { state, ...dates }), ...extras],
      period,
      autoRenew: { enabled: true, offerId: null, nextAt: period.end },
      validUntil: { at: toInstant(validUntil), estimated: false },
    });
  }

  function told(now: number) {
    past.push({ at: now, reading: balance(now) });
    const reading = past.findLast(({ at }) => how !== 'lagging' || at <= now - LAG)?.reading ?? balance(now);
    if (how !== 'unknown') return { lineId: LINE, ...reading };
    const buckets = reading.buckets.map((bucket) => ({
      ...bucket,
      total: null,
      used: null,
      remaining: null,
    }));
    return { lineId: LINE, ...reading, buckets: buckets.map((bucket) => ({ ...bucket, state: 'active' })) };
  }

  const checkoutNow = () => {
    const at = checkout?.paidAt ? toInstant(checkout.paidAt) : null;
    return {
      id: checkout?.id,
      status: at ? 'credited' : 'open',
      offerId: OFFER.id,
      price: OFFER.price,
      openedAt: toInstant(start),
      paidAt: at,
      creditedAt: at,
      receiptNumber: at && `R-${checkout?.id}`,
      failureReason: null,
    };
  };

  return {
    use(bytes, now) {
      live(now);
      let left = bytes;
      for (const one of bought.filter(({ until }) => until > now)) {
        const part = Math.min(left, EXTRA - one.used);
        one.used += part;
        left -= part;
      }
      used = Math.min(MAIN, used + left);
    },
    correct(bytes, now) {
      live(now);
      used = Math.max(0, used - bytes);
      lastRise = now;
    },
    answers(next) {
      how = next;
    },
    pay(now) {
      if (!checkout || checkout.paidAt) return;
      checkout.paidAt = now;
      bought.push({ id: `b${bought.length}`, from: now, until: now + extraDays * DAY, used: 0 });
      validUntil = Math.max(validUntil, now + 35 * DAY);
      lastRise = now;
    },
    lastRise: () => lastRise,
    reply(path, method, now) {
      live(now);
      if (how === 'missing') throw new Failure('carrier-down', '503');
      if (path.endsWith('/balance')) return told(now);
      if (path.endsWith('/offers')) return { offers: [OFFER], customAmount: null };
      if (method === 'POST') {
        checkout = { id: `c${bought.length}-${now}`, paidAt: null };
        const url = `https://pay.example/${checkout.id}`;
        return { id: checkout.id, url, status: 'open', expiresAt: toInstant(now + HOUR) };
      }
      if (path.includes('/checkouts/') && path.endsWith(checkout?.id ?? '?')) return checkoutNow();
      throw new Failure('line-gone', path);
    },
  };
}
