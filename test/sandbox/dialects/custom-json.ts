import { json, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../router.ts';
import type { Dialect, DialectCarrier } from './dialect.ts';
import { generalData } from './told.ts';

const HOST = 'api.harbour.example';
const PATH = '/v1/me/usage';

/** An endpoint that nobody here knows: plain JSON of its own making, figures in bytes, a key in a header. */
export const customJson: Dialect = {
  id: 'custom-json',
  hosts: [HOST],
  lines: ['esim'],
  fields: (carrier) => ({
    url: `https://${HOST}${PATH}`,
    method: 'GET',
    headers: `X-Key: ${carrier.secret('apiKey')}`,
    mapping: JSON.stringify(MAPPING),
  }),
  routes: (carrier) => [{ method: 'GET', pattern: PATH, handle: (request) => usage(carrier, request) }],
};

/** As a person would make it by pointing. */
const MAPPING = {
  v: 1,
  planName: '/account/tariff',
  buckets: [
    {
      each: '/bundles',
      labelAt: '/name',
      total: { at: '/size', unitAt: '/unit' },
      remaining: { at: '/left', unitAt: '/unit' },
      validUntil: { at: '/ends', as: 'iso' },
      unlimited: { at: '/endless', is: ['true'] },
    },
  ],
};

function usage(carrier: DialectCarrier, { headers }: SandboxRequest): Reply {
  if (headers['x-key'] !== carrier.secret('apiKey')) return json({ error: 'who are you?' }, 401);
  const told = carrier.told('esim');
  if (!told) return json({ error: 'no such line' }, 404);
  const bundles = generalData(told).map(({ label, total, remaining, unlimited, validUntil }) => ({
    name: label,
    size: total,
    left: remaining,
    unit: 'B',
    endless: unlimited,
    ends: validUntil,
  }));
  return json({ account: { tariff: told.planName, holder: 'A. N. Other' }, bundles });
}
