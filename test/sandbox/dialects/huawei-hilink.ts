import type { Reply } from '../reply.ts';
import { cookiesOf, type SandboxRequest } from '../router.ts';
import { atHome, countedBy, isOwner, ownPage } from './device.ts';
import type { Dialect, DialectCarrier } from './dialect.ts';

const HOST = 'hilink.local';
const LINE = 'data-card';
const COOKIE = 'SessionID';

/** No such page for who has not signed in; a wrong token; a wrong session. */
const ERRORS = { rights: 100003, token: 125002, session: 125003 } as const;

/** A device by Huawei in the local network: a session in a cookie, a token in a header, answers in XML. */
export const huaweiHilink: Dialect = {
  id: 'huawei-hilink',
  hosts: [],
  plainHosts: [HOST],
  lines: [LINE],
  fields: (carrier) => ({ address: HOST, password: carrier.secret('password') }),
  routes: atHome((carrier) => [
    {
      method: 'GET',
      pattern: '/api/webserver/SesTokInfo',
      handle: (request) => beginSession(carrier, request),
    },
    ...ownPage(carrier, COOKIE),
    {
      method: 'GET',
      pattern: '/api/monitoring/month_statistics',
      handle: (request) => refusal(carrier, request) ?? month(carrier),
    },
    {
      method: 'GET',
      pattern: '/api/monitoring/start_date',
      handle: (request) => refusal(carrier, request) ?? limit(carrier),
    },
  ]),
};

function beginSession(carrier: DialectCarrier, request: SandboxRequest): Reply {
  const whose = isOwner(carrier, COOKIE, request) ? 'owner' : 'session';
  const session = `${COOKIE}=${carrier.secret(whose)}`;
  const reply = xml('response', { SesInfo: session, TokInfo: carrier.secret('token') });
  if (!carrier.setsCookies()) return reply;
  return { ...reply, headers: { ...reply.headers, 'set-cookie': `${session};path=/;HttpOnly` } };
}

function refusal(carrier: DialectCarrier, request: SandboxRequest): Reply | null {
  const { headers } = request;
  const ofOwner = isOwner(carrier, COOKIE, request);
  if (!ofOwner && cookiesOf(headers).get(COOKIE) !== carrier.secret('session')) return failed(ERRORS.session);
  if (headers.__requestverificationtoken !== carrier.secret('token')) return failed(ERRORS.token);
  return carrier.asksPassword() && !ofOwner ? failed(ERRORS.rights) : null;
}

function month(carrier: DialectCarrier): Reply {
  const told = carrier.told(LINE);
  if (told === null) return failed(ERRORS.rights);
  const { download, upload } = countedBy(told);
  return xml('response', {
    CurrentMonthDownload: download,
    CurrentMonthUpload: upload,
    MonthDuration: 86_400,
    MonthLastClearTime: '2026-1-1',
  });
}

function limit(carrier: DialectCarrier): Reply {
  const told = carrier.told(LINE);
  if (told === null) return failed(ERRORS.rights);
  const { limitMiB, firstDay } = countedBy(told);
  return xml('response', {
    StartDay: firstDay,
    DataLimit: `${limitMiB ?? 0}MB`,
    DataLimitAwoke: 0,
    MonthThreshold: 90,
    SetMonthData: limitMiB === null ? 0 : 1,
    trafficmaxlimit: (limitMiB ?? 0) * 1024 ** 2,
    turnoffdataenable: 0,
  });
}

/** Under HTTP 200, as these devices do. */
function failed(code: number): Reply {
  return xml('error', { code, message: '' });
}

function xml(root: 'response' | 'error', fields: Record<string, string | number>): Reply {
  const children = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<${root}>`, ...children, `</${root}>`, ''];
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: lines.join('\n') };
}
