import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type { Reading } from '../domain/reading.ts';
import type { Declaration, Http, Provider, ProviderLine, ReadContext } from './contract.ts';
import { parseAnswer } from './standards/answer.ts';
import { refuseTmfError } from './standards/envelopes.ts';
import { oneOrMany, spelledFlag } from './standards/loose.ts';
import { reading } from './standards/normalise.ts';
import { bucketFields, bucketsOf, type TmfBucket } from './standards/tmf-buckets.ts';
import { ofLine, referred } from './standards/tmf-lines.ts';
import { quantityAnswer, quantityOf } from './standards/tmf-quantity.ts';
import { tmfBase, tmfFields, tmfJson, tmfLine, tmfRequest } from './standards/tmf-requests.ts';

/** One of `bucket`, or one of `accumulatedBalance`, whose figure is `totalBalance`. */
const bucketAnswer = z.object({
  ...bucketFields,
  remainingValue: quantityAnswer,
  /** as older versions call it */
  remainedAmount: quantityAnswer,
  totalBalance: quantityAnswer,
  isMonetary: spelledFlag(false),
  logicalResource: referred,
});

type BucketAnswer = z.infer<typeof bucketAnswer>;

/** TMF654 Prepay Balance Management of the TM Forum, versions 1 to 4. */
export const tmf654Declaration: Declaration = {
  id: 'tmf654',
  name: 'TMF654 Prepay Balance',
  keywords: [
    'TM Forum',
    'Open API',
    'prepay',
    'prepaid',
    'SigScale',
    '预付费',
    '預付',
    '余额',
    '餘額',
    '电信论坛',
  ],
  defaultKind: 'phone',
  signIn: 'token',
  fields: tmfFields('https://api.carrier.example/tmf-api/prepayBalanceManagement/v4', {
    baseUrl: 'fieldTmf654BaseUrlHelp',
    line: 'fieldTmf654LineHelp',
  }),
  documentationUrl: 'https://github.com/tmforum-apis/TMF654_PrepayBalanceManagement',
  network: 'internet',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'],
  origins: (line) => [tmfBase(line).origin],
};

export const tmf654: Provider = {
  ...tmf654Declaration,
  read: async (line, context) => readingOf(await balance(line, context.http), tmfLine(line), context),
};

/** The buckets; where a carrier has no such address, its accumulated balances. */
async function balance(line: ProviderLine, http: Http): Promise<unknown> {
  const asked = { conditional: true, byLine: 'logicalResource.id' };
  const buckets = await tmfRequest(http, line, 'bucket', asked);
  if (buckets.status !== 404) return tmfJson(buckets);
  return tmfJson(await tmfRequest(http, line, 'accumulatedBalance', asked));
}

function readingOf(answer: unknown, line: string, context: ReadContext): Reading {
  refuseTmfError(answer);
  const all = parseAnswer(oneOrMany(bucketAnswer), answer);
  const own = ofLine(all, line, ({ logicalResource }) => logicalResource);
  if (all.length > 0 && own.length === 0) throw new Failure('unreadable', 'the balance of another line');
  return reading(bucketsOf(own.map(bucketIn), context));
}

function bucketIn(told: BucketAnswer): TmfBucket {
  const values = [told.remainingValue, told.remainedAmount, told.totalBalance].map(quantityOf);
  const remaining = values.find((value) => value !== null) ?? null;
  if (remaining === null && told.id === null && told.usageType === null) {
    throw new Failure('unreadable', 'neither a bucket nor a balance');
  }
  return {
    told: { ...told, usageType: told.isMonetary ? 'monetary' : told.usageType },
    remaining,
    used: null,
  };
}
