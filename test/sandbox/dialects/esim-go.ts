import { json, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../router.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { iccidOf, lineOfIccid, type ToldBucket } from './told.ts';

const STATES: Record<string, string> = { throttled: 'depleted', suspended: 'revoked' };

/** eSIM Go: the bundles of an eSIM, each with its assignments; figures in bytes and seconds. */
export const esimGo: Dialect = {
  id: 'esim-go',
  hosts: ['api.esim-go.com'],
  lines: ['esim', 'data-card', 'calling'],
  fields: (carrier, lineId) => ({ apiKey: carrier.secret('apiKey'), iccid: iccidOf(lineId) }),
  routes: (carrier) => [
    { method: 'GET', pattern: '/v2.4/esims/:iccid/bundles', handle: (request) => bundles(carrier, request) },
  ],
};

function bundles(carrier: DialectCarrier, { headers, params, query }: SandboxRequest): Reply {
  if (headers['x-api-key'] !== carrier.secret('apiKey')) return json({ message: 'access denied' }, 403);
  const lineId = lineOfIccid(params.iccid ?? '');
  const told = lineId && carrier.told(lineId);
  if (!told) return json({ message: 'esim not found' }, 404);
  return json({ bundles: bundlesOf(told, query.get('includeUsed') === 'true') });
}

/** It sells no bundle that is only for use abroad. */
function bundlesOf({ buckets }: Told, includeUsed: boolean) {
  const sold = buckets.filter(({ scope }) => scope === 'general');
  const shown = includeUsed ? sold : sold.filter(({ state }) => ['active', 'queued'].includes(state));
  return shown.map((bucket) => ({
    name: `sandbox_${bucket.id}`,
    description: bucket.label,
    assignments: [assignment(bucket)],
  }));
}

function assignment(bucket: ToldBucket) {
  const { id, kind, state, total, remaining, unlimited, validFrom, validUntil } = bucket;
  return {
    id,
    callTypeGroup: kind,
    initialQuantity: total ?? 0,
    remainingQuantity: remaining ?? 0,
    assignmentDateTime: validFrom,
    assignmentReference: `${id}-0`,
    bundleState: STATES[state] ?? state,
    unlimited,
    ...(validFrom && { startTime: validFrom }),
    ...(validUntil && { endTime: validUntil }),
  };
}
