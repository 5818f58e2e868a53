import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { Bucket, Reading } from '../domain/reading.ts';
import type { Declaration, Http, Provider, ProviderLine } from './contract.ts';
import { addressUnder } from './standards/addresses.ts';
import { listOf, MANY, parseAnswer, text } from './standards/answer.ts';
import { dateIn } from './standards/dates.ts';
import { iccidField, KEY } from './standards/esim-fields.ts';
import { field } from './standards/fields.ts';
import { ownHosts } from './standards/help.ts';
import { amountOf, dateText, figure, looseId, spelledFlag } from './standards/loose.ts';
import { bucketList, type LooseBucket, lasting, reading } from './standards/normalise.ts';

const ORIGIN = 'https://api.esim-go.com';

/** One of `assignments`: data in bytes, voice in seconds, sms in messages. */
const assignmentAnswer = z.object({
  id: looseId,
  assignmentReference: looseId,
  callTypeGroup: text,
  initialQuantity: figure,
  remainingQuantity: figure,
  unlimited: spelledFlag(false),
  bundleState: text,
  startTime: dateText,
  endTime: dateText,
});

/** Lists without anything in them may be null. */
const bundlesAnswer = z.object({
  bundles: z.nullable(
    listOf(
      z.object({
        name: text,
        description: text,
        assignments: z.nullable(listOf(assignmentAnswer, MANY)),
      }),
      MANY,
    ),
  ),
});

type Assignment = z.infer<typeof assignmentAnswer>;

const KINDS: ReadonlyMap<string, Bucket['kind']> = new Map([
  ['data', 'data'],
  ['voice', 'voice'],
  ['sms', 'sms'],
]);
/** null = it is no longer the line's */
const STATES: ReadonlyMap<string, Bucket['state'] | null> = new Map([
  ['active', 'active'],
  ['processing', 'queued'],
  ['queued', 'queued'],
  ['depleted', 'depleted'],
  ['expired', 'expired'],
  ['lapsed', 'expired'],
  ['revoked', null],
]);

/** eSIM Go, a wholesaler; its bundles are read and never ordered. */
export const esimGoDeclaration: Declaration = {
  id: 'esim-go',
  name: 'eSIM Go',
  keywords: ['esimgo', 'travel eSIM', 'reseller', '旅行', '境外流量', '出国上网', '出國上網', '漫游', '漫遊'],
  defaultKind: 'esim',
  signIn: 'key',
  fields: [
    field({
      name: 'apiKey',
      label: 'fieldApiKeyLabel',
      help: 'fieldEsimGoKeyHelp',
      secret: true,
      pattern: KEY,
    }),
    iccidField,
  ],
  documentationUrl: 'https://docs.esim-go.com/',
  network: 'internet',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: true,
  hostPatterns: [`${ORIGIN}/*`],
  origins: () => [ORIGIN],
  staticHelp: ownHosts('www.esim-go.com', 'docs.esim-go.com', 'api.esim-go.com'),
};

export const esimGo: Provider = {
  ...esimGoDeclaration,
  read: async (line, { http, now }) => readingOf(await bundles(line, http), now),
};

async function bundles(line: ProviderLine, http: Http): Promise<unknown> {
  const url = addressUnder(new URL('/v2.4', ORIGIN), 'esims', line.iccid?.trim() ?? '', 'bundles');
  url.searchParams.set('includeUsed', 'true');
  const headers = { accept: 'application/json', 'x-api-key': line.apiKey?.trim() ?? '' };
  return (await http.request({ url: url.href, headers, conditional: true })).json();
}

function readingOf(answer: unknown, now: Instant): Reading {
  const told = parseAnswer(bundlesAnswer, answer);
  const loose = (told.bundles ?? []).flatMap(({ name, description, assignments }) =>
    (assignments ?? []).flatMap((assignment) => bucketIn(assignment, description ?? name ?? '', now)),
  );
  return reading({ buckets: bucketList(loose) });
}

function bucketIn(told: Assignment, label: string, now: Instant): LooseBucket[] {
  // A state that is new must not count as usable.
  const state = STATES.get(told.bundleState?.trim().toLowerCase() ?? 'active');
  if (state === null) return [];
  const { unlimited } = told;
  return [
    {
      id: told.id ?? told.assignmentReference,
      label,
      kind: KINDS.get(told.callTypeGroup?.trim().toLowerCase() ?? 'data') ?? 'other',
      state: state ?? 'suspended',
      total: unlimited ? null : amountOf(told.initialQuantity),
      remaining: unlimited ? null : amountOf(told.remainingQuantity),
      unlimited,
      ...lasting(dateIn(told.startTime, 'UTC', now), dateIn(told.endTime, 'UTC', now)),
    },
  ];
}
