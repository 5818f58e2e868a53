import { json, type Reply } from '../reply.ts';
import type { Route, SandboxRequest } from '../router.ts';
import { LINE_IDS } from '../vocabulary.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { formOf, guarded, lineNamed, quantity, usageType } from './tmf.ts';
import type { ToldBucket } from './told.ts';

const HOST = 'tmf654.carrier.example';
const BASE = '/tmf-api/prepayBalanceManagement';

/** TMF654 Prepay Balance Management, its `bucket` in the shapes of version 4 and of version 5. */
export const tmf654: Dialect = {
  id: 'tmf654',
  hosts: [HOST],
  lines: LINE_IDS,
  fields: formOf(`https://${HOST}${BASE}/v4`),
  routes: (carrier) => ['v4', 'v5'].map((version) => bucketRoute(carrier, version)),
};

function bucketRoute(carrier: DialectCarrier, version: string): Route {
  const answer = (request: SandboxRequest): Reply => {
    const found = lineNamed(carrier, request.query.get('logicalResource.id'));
    return json(found ? bucketsOf(found.told, found.lineId, version) : []);
  };
  return guarded(carrier, { method: 'GET', pattern: `${BASE}/${version}/bucket`, handle: answer });
}

function bucketsOf(told: Told, lineId: string, version: string) {
  const resource = { id: lineId, '@referredType': 'LogicalResource' };
  const common = (id: string) => ({
    id,
    href: `https://${HOST}${BASE}/${version}/bucket/${id}`,
    '@type': 'Bucket',
    isShared: false,
    // version 5 writes every reference with the type of the reference itself
    logicalResource: version === 'v5' ? [{ ...resource, '@type': 'LogicalResourceRef' }] : resource,
  });
  const buckets = told.buckets.map((bucket) => ({ ...common(bucket.id), ...contents(bucket) }));
  if (told.credit === null) return buckets;
  const credit = { ...common('credit'), name: 'Credit', usageType: 'monetary', status: 'active' };
  return [
    ...buckets,
    { ...credit, remainingValue: quantity('money', told.credit.amount, told.credit.currency) },
  ];
}

function contents(bucket: ToldBucket) {
  const { label, kind, state, remaining, unlimited, validFrom, validUntil } = bucket;
  return {
    name: label,
    usageType: usageType(bucket),
    status: state === 'depleted' || state === 'throttled' ? 'active' : state,
    ...(unlimited
      ? { remainingValueName: 'Unlimited' }
      : { remainingValue: quantity(kind, remaining ?? 0), remainingValueName: `${remaining}` }),
    validFor: {
      ...(validFrom && { startDateTime: validFrom }),
      ...(validUntil && { endDateTime: validUntil }),
    },
  };
}
