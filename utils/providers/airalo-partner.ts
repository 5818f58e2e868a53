import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type { Instant } from '../domain/instant.ts';
import type { LineStatus, Reading } from '../domain/reading.ts';
import type { Declaration, Http, Provider, ProviderLine } from './contract.ts';
import { addressUnder } from './standards/addresses.ts';
import { parseAnswer, text } from './standards/answer.ts';
import { askToken, filled, tokenAnswer } from './standards/client-credentials.ts';
import { type Dated, dateIn } from './standards/dates.ts';
import { iccidField, KEY } from './standards/esim-fields.ts';
import { field } from './standards/fields.ts';
import { ownHosts } from './standards/help.ts';
import { amountOf, dateText, figure, spelledFlag } from './standards/loose.ts';
import { bucketList, type LooseBucket, lasting, reading } from './standards/normalise.ts';
import { withToken } from './standards/session-token.ts';

const ORIGIN = 'https://partners-api.airalo.com';
const API = new URL('/v2', ORIGIN);
const MEBIBYTE = 1024 ** 2;
const MINUTE_OF_CALLS = 60;

/** Data in MB of 1024 x 1024 bytes, calls in minutes, texts in messages. */
const usageAnswer = z.object({
  data: z.object({
    remaining: figure,
    total: figure,
    remaining_voice: figure,
    total_voice: figure,
    remaining_text: figure,
    total_text: figure,
    is_unlimited: spelledFlag(false),
    status: text,
    expired_at: dateText,
  }),
});

type Usage = z.infer<typeof usageAnswer>['data'];

const STATUSES: ReadonlyMap<string, LineStatus> = new Map([
  ['ACTIVE', 'active'],
  ['FINISHED', 'active'],
  ['NOT_ACTIVE', 'not-activated'],
  ['EXPIRED', 'expired'],
]);

/** The Airalo Partner API: the usage of one eSIM is read, and nothing is ever ordered. */
export const airaloPartnerDeclaration: Declaration = {
  id: 'airalo-partner',
  name: 'Airalo Partner',
  keywords: ['Airalo', 'travel eSIM', 'reseller', '旅行', '境外流量', '出国上网', '出國上網', '漫游', '漫遊'],
  defaultKind: 'esim',
  signIn: 'key',
  fields: [
    field({ name: 'clientId', label: 'fieldClientIdLabel', help: 'fieldAiraloClientHelp', pattern: KEY }),
    field({ name: 'clientSecret', label: 'fieldClientSecretLabel', secret: true, pattern: KEY }),
    iccidField,
  ],
  documentationUrl: 'https://developers.partners.airalo.com/',
  network: 'internet',
  // Its answers are kept for so long before they change.
  minPollMinutes: 20,
  experimental: false,
  spendsMoney: true,
  hostPatterns: [`${ORIGIN}/*`],
  origins: () => [ORIGIN],
  staticHelp: ownHosts('www.airalo.com', 'partners.airalo.com', 'partners-api.airalo.com'),
};

export const airaloPartner: Provider = {
  ...airaloPartnerDeclaration,
  read: async (line, context) => {
    const source = { signIn: () => newToken(line, context.http), evenIfNew: true };
    const answer = await withToken(context, source, (token) => usage(line, context.http, token));
    return readingOf(answer, context.now);
  },
};

async function newToken(line: ProviderLine, http: Http): Promise<string> {
  const answer = await askToken(line, http, `${API}/token`, false);
  return parseAnswer(z.object({ data: tokenAnswer }), answer).data.access_token;
}

async function usage(line: ProviderLine, http: Http, token: string): Promise<unknown> {
  const url = addressUnder(API, 'sims', filled(line, 'iccid'), 'usage');
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  return (await http.request({ url: url.href, headers })).json();
}

function readingOf(answer: unknown, now: Instant): Reading {
  const { data } = parseAnswer(usageAnswer, answer);
  const status = data.status?.trim().toUpperCase() ?? null;
  if (status === 'RECYCLED') throw new Failure('line-gone', 'recycled');
  if (status === null && data.total === null && data.remaining === null && !data.is_unlimited) {
    throw new Failure('unreadable', 'no usage');
  }
  return reading({
    lineStatus: status === null ? 'active' : (STATUSES.get(status) ?? 'unknown'),
    buckets: bucketList(bucketsIn(data, status, dateIn(data.expired_at, 'UTC', now))),
  });
}

function bucketsIn(data: Usage, status: string | null, end: Dated | null): LooseBucket[] {
  const unlimited = data.is_unlimited && status !== 'FINISHED';
  const common = {
    state: status === 'EXPIRED' ? ('expired' as const) : undefined,
    ...lasting(null, end),
  };
  const [total, remaining] = unlimited ? [null, null] : [data.total, data.remaining];
  const volume = { total: amountOf(total, MEBIBYTE), remaining: amountOf(remaining, MEBIBYTE), unlimited };
  const voice = {
    total: amountOf(data.total_voice, MINUTE_OF_CALLS),
    remaining: amountOf(data.remaining_voice, MINUTE_OF_CALLS),
  };
  const texts = { total: amountOf(data.total_text), remaining: amountOf(data.remaining_text) };
  const finished = status === 'FINISHED' ? { state: 'depleted' as const } : {};
  const all: LooseBucket[] = [
    { ...common, id: 'data', kind: 'data', ...volume, ...finished },
    { ...common, id: 'voice', kind: 'voice', ...voice },
    { ...common, id: 'text', kind: 'sms', ...texts },
  ];
  return all.filter((bucket) => bucket.kind === 'data' || (bucket.total ?? 0) > 0);
}
