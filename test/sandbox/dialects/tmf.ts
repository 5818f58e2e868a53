import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { LINE_IDS, type LineId } from '../vocabulary.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import type { ToldBucket } from './told.ts';

/* What the TM Forum's APIs have in common. */

/** What a person types into the form of an API at this address. */
export function formOf(baseUrl: string): Dialect['fields'] {
  return (carrier, line) => ({ baseUrl, token: carrier.secret('token'), line });
}

/** Only for whoever sends the token; everybody else gets the Error of TMF630. */
export function guarded(carrier: DialectCarrier, route: Route): Route {
  return {
    ...route,
    handle: (request) =>
      request.headers.authorization === `Bearer ${carrier.secret('token')}`
        ? route.handle(request)
        : json({ code: '60', reason: 'Invalid credentials', status: '401', '@type': 'Error' }, 401, {
            'www-authenticate': 'Bearer',
          }),
  };
}

/** The line that a query names; null = none of that name. A query without one means the first. */
export function lineNamed(
  carrier: DialectCarrier,
  name: string | null,
): { lineId: LineId; told: Told } | null {
  const lineId = LINE_IDS.find((id) => id === (name ?? LINE_IDS[0]));
  const told = lineId && carrier.told(lineId);
  return lineId && told ? { lineId, told } : null;
}

/** A Quantity: gigabytes, minutes, messages, or units of a currency. `amount` in bytes, seconds, or minor units. */
export function quantity(kind: string, amount: number, currency = '') {
  if (kind === 'data') return { amount: amount / 1_000_000_000, units: 'GB' };
  if (kind === 'voice') return { amount: amount / 60, units: 'minutes' };
  if (kind === 'money') return { amount: currency === 'JPY' ? amount : amount / 100, units: currency };
  return { amount, units: 'SMS' };
}

/** Free text that says where a bucket serves, too. */
export function usageType({ kind, scope }: ToldBucket): string {
  return scope === 'general' ? kind : `${scope} ${kind}`;
}
