import { json, type Reply } from '../reply.ts';
import { jsonBody, type SandboxRequest } from '../router.ts';
import { LINE_IDS } from '../vocabulary.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { formOf, guarded, lineNamed, quantity, usageType } from './tmf.ts';
import type { ToldBucket } from './told.ts';

const HOST = 'tmf677.carrier.example';
const BASE = '/tmf-api/usageConsumption';

/** TMF677 Usage Consumption: the report of version 4, and the query of version 5, which keeps no report here. */
export const tmf677: Dialect = {
  id: 'tmf677',
  hosts: [HOST],
  lines: LINE_IDS,
  fields: formOf(`https://${HOST}${BASE}/v4`),
  routes: (carrier) => [
    guarded(carrier, {
      method: 'GET',
      pattern: `${BASE}/v4/usageConsumptionReport`,
      handle: ({ query }) => report(carrier, query.get('product.id')),
    }),
    guarded(carrier, {
      method: 'POST',
      pattern: `${BASE}/v5/queryUsageConsumption`,
      handle: (request) => query(carrier, request),
    }),
  ],
};

function report(carrier: DialectCarrier, product: string | null): Reply {
  const found = lineNamed(carrier, product);
  if (!found) return json([]);
  const { told, lineId } = found;
  return json({
    id: `report-${lineId}`,
    href: `https://${HOST}${BASE}/v4/usageConsumptionReport/report-${lineId}`,
    name: 'Usage',
    effectiveDate: told.asOf,
    product: [{ id: lineId, '@referredType': 'Product' }],
    bucket: bucketsOf(told),
    '@type': 'UsageConsumptionReport',
  });
}

function query(carrier: DialectCarrier, request: SandboxRequest): Reply {
  const { searchCriteria } = jsonBody(request) as { searchCriteria?: { product?: { id?: string }[] } };
  const found = lineNamed(carrier, searchCriteria?.product?.[0]?.id ?? null);
  const task = {
    id: 'query-1',
    href: `https://${HOST}${BASE}/v5/queryUsageConsumption/query-1`,
    '@type': 'QueryUsageConsumption',
    searchCriteria,
  };
  if (!found) return json({ ...task, state: 'done', usageConsumption: [] }, 201);
  const { told, lineId } = found;
  const usage = {
    id: `usage-${lineId}`,
    lastUpdate: told.asOf,
    product: [{ id: lineId, '@type': 'ProductRef' }],
    bucket: bucketsOf(told),
    '@type': 'UsageConsumption',
  };
  return json({ ...task, state: 'done', usageConsumption: [usage] }, 201);
}

function bucketsOf({ buckets }: Told) {
  return buckets.map((bucket) => ({
    id: bucket.id,
    name: bucket.label,
    usageType: usageType(bucket),
    isShared: false,
    '@type': 'Bucket',
    ...figures(bucket),
  }));
}

/** What remains stands in the value where there is an end of it, and what is used in a counter. */
function figures({ kind, state, used, remaining, unlimited, validFrom, validUntil }: ToldBucket) {
  const counted = (counterType: string, amount: number) => ({
    counterType,
    level: 'global',
    value: quantity(kind, amount),
    '@type': 'ConsumptionSummary',
  });
  return {
    status: state === 'depleted' || state === 'throttled' ? 'active' : state,
    ...(unlimited ? { remainingValueName: 'Unlimited' } : { remainingValue: quantity(kind, remaining ?? 0) }),
    bucketCounter: used === null ? [] : [counted('used', used)],
    validFor: {
      ...(validFrom && { startDateTime: validFrom }),
      ...(validUntil && { endDateTime: validUntil }),
    },
  };
}
