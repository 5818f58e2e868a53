import * as z from 'zod/mini';
import type { Instant } from '../../../utils/domain/instant.ts';
import type { Reading } from '../../../utils/domain/reading.ts';
import type { Declaration, Http, Provider, ProviderLine } from '../../../utils/providers/contract.ts';
import { addressUnder } from '../../../utils/providers/standards/addresses.ts';
import { parseAnswer, text } from '../../../utils/providers/standards/answer.ts';
import { dateIn } from '../../../utils/providers/standards/dates.ts';
import { KEY } from '../../../utils/providers/standards/esim-fields.ts';
import { field } from '../../../utils/providers/standards/fields.ts';
import { ownHosts } from '../../../utils/providers/standards/help.ts';
import { amountOf, dateText, figure, spelledFlag } from '../../../utils/providers/standards/loose.ts';
import { bucketList, reading } from '../../../utils/providers/standards/normalise.ts';
import { cleanTextOrNull } from '../../../utils/providers/standards/text.ts';

const ORIGIN = 'https://api.new-carrier.example';

/** What a line holds. Data in bytes; a time without a zone is in UTC. */
const usageAnswer = z.object({
  plan: text,
  data: z.object({
    total: figure,
    remaining: figure,
    unlimited: spelledFlag(false),
    validUntil: dateText,
  }),
});

/** New Carrier: one line, asked with a token. */
export const newCarrierDeclaration: Declaration = {
  id: 'new-carrier',
  name: 'New Carrier',
  keywords: [],
  defaultKind: 'phone',
  signIn: 'token',
  fields: [
    field({ name: 'token', label: 'fieldTokenLabel', secret: true, pattern: KEY }),
    field({ name: 'line', label: 'fieldLineLabel' }),
  ],
  documentationUrl: 'https://docs.new-carrier.example/',
  network: 'internet',
  minPollMinutes: 0,
  experimental: true,
  spendsMoney: false,
  hostPatterns: [`${ORIGIN}/*`],
  origins: () => [ORIGIN],
  staticHelp: ownHosts('www.new-carrier.example'),
};

export const newCarrier: Provider = {
  ...newCarrierDeclaration,
  read: async (line, { http, now }) => readingOf(await usage(line, http), now),
};

async function usage(line: ProviderLine, http: Http): Promise<unknown> {
  const url = addressUnder(new URL(ORIGIN), 'lines', line.line?.trim() ?? '', 'usage');
  const headers = { accept: 'application/json', authorization: `Bearer ${line.token?.trim() ?? ''}` };
  return (await http.request({ url: url.href, headers, conditional: true })).json();
}

function readingOf(answer: unknown, now: Instant): Reading {
  const { plan, data } = parseAnswer(usageAnswer, answer);
  const { unlimited } = data;
  const end = dateIn(data.validUntil, 'UTC', now);
  return reading({
    planName: cleanTextOrNull(plan),
    buckets: bucketList([
      {
        id: 'data',
        kind: 'data',
        total: unlimited ? null : amountOf(data.total),
        remaining: unlimited ? null : amountOf(data.remaining),
        unlimited,
        validUntil: end?.at ?? null,
        validUntilEstimated: end?.estimated ?? false,
      },
    ]),
  });
}
