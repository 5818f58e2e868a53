import { DAY } from '../clock.ts';
import { json, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../router.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { generalData, iccidOf, lineOfIccid, together } from './told.ts';

const CLIENT = 'sandbox-partner';
const MIB = 1024 ** 2;
const TOKENS = 'airalo-partner tokens';

/** The Airalo Partner API: client credentials for a token of a day, volumes in MB of 1024 x 1024. */
export const airaloPartner: Dialect = {
  id: 'airalo-partner',
  hosts: ['partners-api.airalo.com'],
  lines: ['esim', 'calling'],
  fields: (carrier, lineId) => ({
    clientId: CLIENT,
    clientSecret: carrier.secret('clientSecret'),
    iccid: iccidOf(lineId),
  }),
  routes: (carrier) => [
    { method: 'POST', pattern: '/v2/token', handle: (request) => token(carrier, request) },
    { method: 'GET', pattern: '/v2/sims/:iccid/usage', handle: (request) => usage(carrier, request) },
  ],
};

function token(carrier: DialectCarrier, { body, headers }: SandboxRequest): Reply {
  const given = (name: string) => fieldIn(body, headers['content-type'] ?? '', name);
  const wrong = (field: string) =>
    answered(
      { [field]: `The selected ${field.replaceAll('_', ' ')} is invalid.` },
      'the parameter is invalid',
      422,
    );
  if (given('grant_type') !== 'client_credentials') return wrong('grant_type');
  if (given('client_id') !== CLIENT) return wrong('client_id');
  if (given('client_secret') !== carrier.secret('clientSecret')) {
    return answered([], 'Authentication failed', 401);
  }
  const until = carrier.clock.now() + DAY;
  const issued = issuedIn(carrier);
  const access = carrier.secret(`accessToken ${issued.length + 1}`);
  writeSetting(carrier.db, TOKENS, [...issued, { access, until }]);
  return answered({ token_type: 'Bearer', expires_in: DAY / 1000, access_token: access }, 'success');
}

/** Its documentation sends a form with parts, its own client JSON, everybody else a form in a line. */
function fieldIn(body: string, type: string, name: string): unknown {
  if (type.startsWith('application/json'))
    return (JSON.parse(body) as Record<string, unknown> | null)?.[name];
  if (!type.startsWith('multipart/form-data')) return new URLSearchParams(body).get(name);
  return new RegExp(`name="${name}"\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]*)`).exec(body)?.[1];
}

function issuedIn({ db }: DialectCarrier) {
  return readSetting<{ access: string; until: number }[]>(db, TOKENS, []);
}

function usage(carrier: DialectCarrier, { headers, params }: SandboxRequest): Reply {
  const known = issuedIn(carrier).filter(({ until }) => until > carrier.clock.now());
  if (!known.some(({ access }) => headers.authorization === `Bearer ${access}`)) {
    return answered([], 'Authentication failed', 401);
  }
  const lineId = lineOfIccid(params.iccid ?? '');
  const told = lineId && carrier.told(lineId);
  return told ? answered(figures(told), 'success') : answered([], 'The requested eSIM was not found', 404);
}

function figures(told: Told) {
  const all = generalData(told);
  const data = together(all);
  const rest = (kind: string, each: number) => {
    const { total, remaining } = together(told.buckets.filter((bucket) => bucket.kind === kind));
    return [Math.floor(remaining / each), Math.floor(total / each)];
  };
  const [remaining_voice, total_voice] = rest('voice', 60);
  const [remaining_text, total_text] = rest('sms', 1);
  return {
    remaining: Math.floor(data.remaining / MIB),
    total: Math.floor(data.total / MIB),
    expired_at: data.validUntil?.replace('T', ' ').replace('Z', '') ?? null,
    is_unlimited: data.unlimited,
    status: statusOf(told, data.unlimited ? 1 : data.remaining),
    remaining_voice,
    total_voice,
    remaining_text,
    total_text,
  };
}

function statusOf(told: Told, left: number): string {
  if (told.lineStatus === 'not-activated') return 'NOT_ACTIVE';
  if (told.lineStatus === 'expired' || generalData(told).length === 0) return 'EXPIRED';
  return left > 0 ? 'ACTIVE' : 'FINISHED';
}

function answered(data: unknown, message: string, status = 200): Reply {
  return json({ data, meta: { message } }, status);
}
