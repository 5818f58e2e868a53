import { balance } from './balance.ts';
import type { Carrier } from './carrier.ts';
import { priceOf } from './checkout-store.ts';
import { Problem } from './problems.ts';
import { json, type Reply } from './reply.ts';
import type { Route, SandboxRequest } from './router.ts';
import type { LineRow, OfferRow } from './rows.ts';
import { habits } from './settings.ts';
import { accountOf, type Scope } from './tokens.ts';

/** The reading half of the account API: lines, balances, offers and help. */
export function accountRoutes(carrier: Carrier): Route[] {
  const { db } = carrier;
  return [
    { method: 'GET', pattern: '/v1/lines', handle: (request) => lines(carrier, request) },
    { method: 'GET', pattern: '/v1/lines/:line/balance', handle: (request) => lineBalance(carrier, request) },
    {
      method: 'GET',
      pattern: '/v1/lines/:line/offers',
      handle: (request) => offers(carrier, lineOf(carrier, request, 'read')),
    },
    {
      method: 'GET',
      pattern: '/v1/help',
      handle: (request) => {
        accountOf(db, carrier.clock, request, 'read');
        return help(carrier, request.origin);
      },
    },
  ];
}

/** The line of the path, if it is the account's own and served. Throws Problem. */
export function lineOf({ db, clock }: Carrier, request: SandboxRequest, scope: Scope): LineRow {
  const account = accountOf(db, clock, request, scope);
  const line = db.get<LineRow>(
    'SELECT * FROM lines WHERE id = ? AND account_id = ?',
    request.params.line ?? '',
    account,
  );
  if (!line || line.missing === 404) throw new Problem('unknown-line');
  if (line.missing === 410) throw new Problem('line-closed');
  return line;
}

function lines({ db, clock }: Carrier, request: SandboxRequest): Reply {
  const account = accountOf(db, clock, request, 'read');
  const rows = db.all<LineRow>(
    'SELECT * FROM lines WHERE account_id = ? AND missing IS NULL ORDER BY position',
    account,
  );
  return json({
    lines: rows.map((line) => ({
      id: line.id,
      label: line.label,
      kind: line.kind,
      numberMasked: line.number_masked,
      deviceIdMasked: line.device_id_masked,
      planName: line.plan_name,
    })),
  });
}

function lineBalance(carrier: Carrier, request: SandboxRequest): Reply {
  const { id } = lineOf(carrier, request, 'read');
  const { fault } = request;
  const told = balance(carrier.db, fault?.kind === 'wrong-line' ? fault.lineId : id, carrier.clock.now());
  if (!told) throw new Problem('unknown-line');
  const headers = { etag: told.etag, 'cache-control': `private, max-age=${told.maxAge}` };
  const asked = request.headers['if-none-match'];
  if (asked && fault?.kind !== 'ignore-etag' && holdsTag(asked, told.etag)) {
    return { status: 304, headers, body: '' };
  }
  return json(told.body, 200, headers);
}

/** Weak comparison of RFC 9110, section 13.1.2. */
function holdsTag(header: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag));
}

function offers({ db, clock }: Carrier, line: LineRow): Reply {
  const now = clock.now();
  const rows = db.all<OfferRow>('SELECT * FROM offers WHERE line_id = ? ORDER BY position', line.id);
  const { custom_min: min, custom_max: max, custom_step: step, currency } = line;
  const custom = min !== null && max !== null && step !== null;
  return json({
    offers: rows.map((offer) => offerAnswer(offer, now)),
    customAmount: custom ? { currency, min, max, step } : null,
  });
}

function offerAnswer(offer: OfferRow, now: number) {
  const { amount, promotion } = priceOf(offer, now);
  return {
    id: offer.id,
    name: offer.name,
    kind: offer.kind,
    data: offer.data,
    voice: offer.voice,
    sms: offer.sms,
    validityDays: offer.validity_days,
    recurring: offer.recurring === 1,
    price: { amount, currency: offer.currency },
    promotion,
  };
}

function help({ db }: Carrier, origin: string): Reply {
  const { host } = new URL(origin);
  return json({
    support: { phone: '+44 1632 960123', email: 'help@carrier.example', chatUrl: `${origin}/chat` },
    storesUrl: `${origin}/stores`,
    kiosksUrl: `${origin}/kiosks`,
    accountUrl: `${origin}/account`,
    termsUrl: `${origin}/terms`,
    officialHosts: [host],
    checkoutHosts: habits(db).checkoutHosts ?? [host],
  });
}
