import type { LogEntry } from '../sandbox-types.ts';

/** All that a provider may ever send to its carrier. */
interface Asked {
  /** method and documented path */
  requests: readonly string[];
  /** the only parts of a request in which a secret may stand */
  secrets: readonly string[];
  /** what the browser may add, and only for its device */
  carries?: { cookies?: true; referer?: true };
}

const TMF654 = '/tmf-api/prepayBalanceManagement/v#';
const TMF677 = '/tmf-api/usageConsumption/v#';

/** By provider; `#` stands for a number, such as that of an eSIM. */
export const MAY_ASK: Readonly<Record<string, Asked>> = {
  'telekom-de': { requests: ['GET /api/service/generic/v#/status'], secrets: [] },
  'slt-lk': {
    requests: ['POST /slt/ext/api/Account/Login', 'GET /slt/ext/api/BBVAS/UsageSummary'],
    secrets: ['password: body', 'clientId: header x-ibm-client-id', 'token: header authorization'],
  },
  tmf654: { requests: [`GET ${TMF654}/bucket`], secrets: ['token: header authorization'] },
  tmf677: {
    requests: [`GET ${TMF677}/usageConsumptionReport`, `POST ${TMF677}/queryUsageConsumption`],
    secrets: ['token: header authorization'],
  },
  'airalo-partner': {
    requests: ['POST /v#/token', 'GET /v#/sims/#/usage'],
    secrets: ['clientSecret: body', 'accessToken #: header authorization'],
  },
  'esim-access': {
    requests: ['POST /api/v#/open/esim/query'],
    secrets: ['accessCode: header rt-accesscode'],
  },
  'esim-go': { requests: ['GET /v#/esims/#/bundles'], secrets: ['apiKey: header x-api-key'] },
  'huawei-hilink': {
    requests: [
      'GET /api/webserver/SesTokInfo',
      'GET /api/monitoring/month_statistics',
      'GET /api/monitoring/start_date',
    ],
    secrets: ['token: header __requestverificationtoken', 'session: header cookie'],
    carries: { cookies: true },
  },
  'zte-goform': {
    requests: ['GET /goform/goform_get_cmd_process'],
    secrets: [],
    carries: { cookies: true, referer: true },
  },
  lyca: {
    requests: ['GET /en/my-account/', 'GET /en/login/', 'POST /wp-admin/admin-ajax.php'],
    secrets: ['password: body', 'session: header cookie'],
    carries: { cookies: true },
  },
  'custom-json': { requests: ['GET /v#/me/usage'], secrets: ['apiKey: header x-key'] },
  rfc8908: { requests: ['GET /captive-portal/api'], secrets: [] },
};

/** What was asked, once each, in the words of `MAY_ASK`. */
export function askedIn(log: readonly LogEntry[]): {
  hosts: string[];
  requests: string[];
  secrets: string[];
} {
  const numberless = (text: string) => text.replace(/\d+(?:\.\d+)*/g, '#');
  const once = (all: string[]) => [...new Set(all)].sort();
  return {
    hosts: once(log.map(({ headers }) => headers.host ?? '')),
    requests: once(log.map(({ method, path }) => `${method} ${numberless(path)}`)),
    secrets: once(
      log.flatMap(({ secrets }) => secrets.map((secret) => numberless(secret.replace(/^\S+ /, '')))),
    ),
  };
}
