import type { Reading } from '../domain/reading.ts';
import type { Declaration, Http, Provider, ProviderLine, ReadContext } from './contract.ts';
import { parseAnswer } from './standards/answer.ts';
import { dateTime, plausible } from './standards/dates.ts';
import { refuseTmfError } from './standards/envelopes.ts';
import { reading } from './standards/normalise.ts';
import { bucketsOf } from './standards/tmf-buckets.ts';
import { tmfBase, tmfFields, tmfJson, tmfLine, tmfRequest } from './standards/tmf-requests.ts';
import { reportIn, usageAnswer } from './standards/tmf-usage.ts';

/** TMF677 Usage Consumption of the TM Forum, versions 4 and 5. */
export const tmf677Declaration: Declaration = {
  id: 'tmf677',
  name: 'TMF677 Usage Consumption',
  keywords: [
    'TM Forum',
    'Open API',
    'usage',
    'consumption',
    '用量',
    '使用量',
    '流量查询',
    '流量查詢',
    '电信论坛',
  ],
  defaultKind: 'phone',
  signIn: 'token',
  fields: tmfFields('https://api.carrier.example/tmf-api/usageConsumption/v4', {
    baseUrl: 'fieldTmf677BaseUrlHelp',
    line: 'fieldTmf677LineHelp',
  }),
  documentationUrl: 'https://github.com/tmforum-apis/TMF677_UsageConsumption',
  network: 'internet',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'],
  origins: (line) => [tmfBase(line).origin],
};

export const tmf677: Provider = {
  ...tmf677Declaration,
  read: async (line, context) => readingOf(await usage(line, context.http), tmfLine(line), context),
};

/** The report; where a carrier does not keep one, the answer to a query. */
async function usage(line: ProviderLine, http: Http): Promise<unknown> {
  const report = await tmfRequest(http, line, 'usageConsumptionReport', {
    conditional: true,
    byLine: 'product.id',
  });
  if (report.status !== 404 && report.status !== 405) return tmfJson(report);
  const json = queryFor(tmfLine(line));
  return tmfJson(await tmfRequest(http, line, 'queryUsageConsumption', { method: 'POST', json }));
}

function queryFor(line: string) {
  const product = line === '' ? {} : { product: [{ '@type': 'ProductRef', id: line }] };
  return {
    '@type': 'QueryUsageConsumption',
    searchCriteria: { '@type': 'UsageConsumptionReport', ...product },
  };
}

function readingOf(answer: unknown, line: string, context: ReadContext): Reading {
  refuseTmfError(answer);
  const { buckets, measured } = reportIn(parseAnswer(usageAnswer, answer), line);
  const dates = measured.flatMap((told) => dateTime(told, context.zone)?.at ?? []);
  return reading({
    // The oldest part is as old as the whole.
    asOf: plausible(dates.toSorted()[0] ?? null, context.now),
    ...bucketsOf(buckets, context),
  });
}
