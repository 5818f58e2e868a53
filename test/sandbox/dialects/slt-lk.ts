import { json, type Reply } from '../reply.ts';
import type { Route, SandboxRequest } from '../router.ts';
import type { LineId } from '../vocabulary.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { generalData, type ToldBucket } from './told.ts';

const USER = 'nimal@mail.example';
const GIB = 1024 ** 3;
const SUBSCRIBERS: Record<string, LineId> = { '94112000001': 'data-card', '94112000002': 'esim' };

/** Sri Lanka Telecom: a gateway that wants a client id, a login by password, volumes in GB as text. */
export const sltLk: Dialect = {
  id: 'slt-lk',
  hosts: ['omniscapp.slt.lk'],
  lines: Object.values(SUBSCRIBERS),
  fields: (carrier, lineId) => ({
    username: USER,
    password: carrier.secret('password'),
    subscriberId: Object.keys(SUBSCRIBERS).find((id) => SUBSCRIBERS[id] === lineId) ?? '',
    clientId: carrier.secret('clientId'),
  }),
  routes: (carrier) => [
    behindGateway(carrier, 'POST', '/slt/ext/api/Account/Login', (request) => login(carrier, request)),
    behindGateway(carrier, 'GET', '/slt/ext/api/BBVAS/UsageSummary', (request) => summary(carrier, request)),
  ],
};

function behindGateway(
  carrier: DialectCarrier,
  method: Route['method'],
  pattern: string,
  answer: (request: SandboxRequest) => Reply,
): Route {
  const handle = (request: SandboxRequest) =>
    request.headers['x-ibm-client-id'] === carrier.secret('clientId')
      ? answer(request)
      : refused('client id');
  return { method, pattern, handle };
}

function refused(what: string): Reply {
  return json({ httpCode: '401', httpMessage: 'Unauthorized', moreInformation: `Invalid ${what}` }, 401);
}

function login(carrier: DialectCarrier, { body }: SandboxRequest): Reply {
  const form = new URLSearchParams(body);
  const fits = form.get('username') === USER && form.get('password') === carrier.secret('password');
  if (!fits || form.get('channelID') !== 'WEB') {
    return json({ isSuccess: false, errorMessage: 'Invalid user name or password' }, 401);
  }
  return json({ isSuccess: true, accessToken: carrier.secret('token'), refreshToken: 'none' });
}

function summary(carrier: DialectCarrier, { headers, query }: SandboxRequest): Reply {
  const [scheme = '', token] = headers.authorization?.split(' ') ?? [];
  if (scheme.toLowerCase() !== 'bearer' || token !== carrier.secret('token')) return refused('token');
  const lineId = SUBSCRIBERS[query.get('subscriberID') ?? ''];
  const told = lineId === undefined ? null : carrier.told(lineId);
  if (told === null) {
    return json({ isSuccess: false, errorMessege: 'No such subscriber', dataBundle: null, errorShow: null });
  }
  return json({ isSuccess: true, errorMessege: null, exceptionDetail: null, dataBundle: bundle(told) });
}

function bundle(told: Told) {
  const reported = reportedTime(told.asOf);
  const dedicated = told.buckets.find(({ kind, scope }) => kind === 'data' && scope === 'dedicated');
  return {
    status: told.lineStatus === 'throttled' ? 'THROTTLED' : 'NORMAL',
    reported_time: reported,
    my_package_summary: null,
    bonus_data_summary: null,
    free_data_summary: null,
    vas_data_summary: dedicated ? volume(dedicated) : null,
    extra_gb_data_summary: null,
    my_package_info: {
      package_name: told.planName,
      package_summary: null,
      usageDetails: generalData(told).map((bucket) => ({
        name: bucket.label,
        ...volume(bucket),
        // what remains of a hundred, although it stands beside what is used
        percentage: bucket.total ? Math.round(((bucket.remaining ?? 0) / bucket.total) * 100) : 0,
        expiry_date: bucket.validUntil === null ? null : dayAndMonth(bucket.validUntil),
      })),
      reported_time: reported,
    },
  };
}

function volume({ total, used, remaining, unlimited }: ToldBucket) {
  const text = (bytes: number | null) => (bytes === null ? null : (bytes / GIB).toFixed(1));
  const limited = unlimited
    ? { limit: null, remaining: null }
    : { limit: text(total), remaining: text(remaining) };
  return { ...limited, used: text(used), volume_unit: 'GB' };
}

/** `28-Sep-2024 09:26 AM`, by the clock of Colombo. */
function reportedTime(at: string): string {
  const parts = inColombo(at);
  return `${parts.day}-${parts.month}-${parts.year} ${parts.hour}:${parts.minute} ${parts.dayPeriod}`;
}

function dayAndMonth(at: string): string {
  const { day, month } = inColombo(at);
  return `${day}-${month}`;
}

function inColombo(at: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Asia/Colombo',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: true,
  });
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}
