import { lineOf } from './account-api.ts';
import type { Carrier } from './carrier.ts';
import { checkoutAnswer, findCheckout, newCheckout, priceOf } from './checkout-store.ts';
import { instant, SECOND } from './clock.ts';
import { Problem } from './problems.ts';
import { sha256 } from './random.ts';
import { json, type Reply } from './reply.ts';
import { jsonBody, type Route, type SandboxRequest } from './router.ts';
import type { CheckoutRow, LineRow, OfferRow } from './rows.ts';
import { habits } from './settings.ts';
import { accountOf } from './tokens.ts';

const PAGE = 20;

/** The paying half of the account API: opening a checkout, its status, receipts. */
export function checkoutRoutes(carrier: Carrier): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/v1/lines/:line/checkouts',
      handle: (request) => open(carrier, lineOf(carrier, request, 'top-up'), request),
    },
    { method: 'GET', pattern: '/v1/checkouts/:id', handle: (request) => status(carrier, request) },
    {
      method: 'GET',
      pattern: '/v1/lines/:line/top-ups',
      handle: (request) => receipts(carrier, lineOf(carrier, request, 'read'), request.query.get('cursor')),
    },
  ];
}

function open({ db, clock }: Carrier, line: LineRow, request: SandboxRequest): Reply {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem('missing-idempotency-key');
  }
  const order = orderOf(jsonBody(request));
  const hash = sha256(JSON.stringify([line.id, order]));
  const earlier = db.get<{ request_hash: string; answer: string }>(
    'SELECT request_hash, answer FROM idempotency_keys WHERE account_id = ? AND key = ?',
    line.account_id,
    key,
  );
  if (earlier && earlier.request_hash !== hash) throw new Problem('idempotency-conflict');
  if (earlier) return json(JSON.parse(earlier.answer), 201, { 'idempotency-replayed': 'true' });

  const now = clock.now();
  if (line.valid_until !== null && line.valid_until <= now) throw new Problem('line-lapsed');
  const { checkoutSeconds, checkoutOrigin } = habits(db);
  const checkout = newCheckout(priced({ db }, line, order, now), now, now + checkoutSeconds * SECOND);
  const answer = {
    id: checkout.id,
    url: `${checkoutOrigin ?? request.origin}/checkout/${checkout.id}`,
    status: checkout.status,
    expiresAt: instant(checkout.expires_at),
  };
  db.transaction(() => {
    db.put('checkouts', checkout);
    const row = { account_id: line.account_id, key, request_hash: hash, checkout_id: checkout.id };
    db.put('idempotency_keys', { ...row, answer: JSON.stringify(answer) });
  });
  return json(answer, 201, { location: `${request.origin}/v1/checkouts/${checkout.id}` });
}

interface Order {
  offerId: string | null;
  amount: number | null;
  autoRenew: boolean | null;
}

/** `{ offerId }` or `{ amount }`, with or without `autoRenew`. Throws Problem. */
function orderOf({ offerId = null, amount = null, autoRenew = null }: Record<string, unknown>): Order {
  if ((offerId === null) === (amount === null)) {
    throw new Problem('bad-request', 'give either offerId or amount');
  }
  if (offerId !== null && typeof offerId !== 'string')
    throw new Problem('bad-request', 'offerId is a string');
  if (amount !== null && !Number.isSafeInteger(amount)) {
    throw new Problem('bad-request', 'amount is an integer in minor units');
  }
  if (autoRenew !== null && typeof autoRenew !== 'boolean') {
    throw new Problem('bad-request', 'autoRenew is true or false');
  }
  return { offerId, amount: amount === null ? null : Number(amount), autoRenew };
}

function priced({ db }: Pick<Carrier, 'db'>, line: LineRow, order: Order, now: number) {
  const base = {
    account_id: line.account_id,
    line_id: line.id,
    currency: line.currency,
    offer_id: order.offerId,
    auto_renew: order.autoRenew === null ? null : Number(order.autoRenew),
  };
  if (order.offerId === null) {
    const { custom_min: min, custom_max: max, custom_step: step } = line;
    const amount = order.amount ?? 0;
    const sold = min !== null && max !== null && step !== null && amount >= min && amount <= max;
    if (!sold || (amount - min) % step !== 0) throw new Problem('amount-refused');
    if (order.autoRenew) throw new Problem('not-renewable');
    return { ...base, amount };
  }
  const offer = db.get<OfferRow>('SELECT * FROM offers WHERE id = ? AND line_id = ?', order.offerId, line.id);
  if (!offer) throw new Problem('unknown-offer');
  if (order.autoRenew && !offer.recurring) throw new Problem('not-renewable');
  return { ...base, amount: priceOf(offer, now).amount };
}

function status({ db, clock }: Carrier, request: SandboxRequest): Reply {
  const account = accountOf(db, clock, request, 'read');
  const checkout = findCheckout(db, request.params.id ?? '');
  if (!checkout || checkout.account_id !== account) throw new Problem('unknown-checkout');
  return json(checkoutAnswer(db, checkout));
}

/** Paid top-ups, newest first; the cursor is the place of the last row already told. */
function receipts({ db }: Carrier, line: LineRow, cursor: string | null): Reply {
  const after = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(after) || after < 0) throw new Problem('bad-request', 'unknown cursor');
  const rows = db.all<CheckoutRow & { place: number }>(
    `SELECT checkouts.*, receipts.rowid AS place FROM checkouts JOIN receipts ON checkout_id = id
     WHERE line_id = ?1 AND (?2 = 0 OR receipts.rowid < ?2) ORDER BY receipts.rowid DESC LIMIT ?3`,
    line.id,
    after,
    PAGE + 1,
  );
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return json({
    topUps: shown.map((row) => checkoutAnswer(db, row)),
    next: last ? Buffer.from(String(last.place)).toString('base64url') : null,
  });
}
