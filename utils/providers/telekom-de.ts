import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import { type Instant, SECOND, toMs } from '../domain/instant.ts';
import type { Reading } from '../domain/reading.ts';
import type { Declaration, Http, Provider } from './contract.ts';
import { parseAnswer, text } from './standards/answer.ts';
import { epochMs, plausible } from './standards/dates.ts';
import { elsewhere } from './standards/elsewhere.ts';
import { ownHosts } from './standards/help.ts';
import { amountOf, dateNumber, figure } from './standards/loose.ts';
import { bucketList, reading } from './standards/normalise.ts';

const ORIGIN = 'https://pass.telekom.de';
const STATUS_URL = `${ORIGIN}/api/service/generic/v1/status`;

/** The pass or tariff that is in use. Volumes in bytes, `usedAt` in milliseconds since the epoch. */
const statusAnswer = z.object({
  passName: text,
  /** absent = no limit */
  initialVolume: z.optional(z.unknown()),
  usedVolume: figure,
  usedAt: dateNumber,
  /** seconds from `usedAt` */
  remainingSeconds: dateNumber,
  /** seconds until asking again is useful */
  nextUpdate: dateNumber,
});

/** Deutsche Telekom: the SIM that carries this browser's traffic is what is asked about, without any credentials. */
export const telekomDeDeclaration: Declaration = {
  id: 'telekom-de',
  name: 'Telekom Deutschland',
  keywords: [
    'Deutsche Telekom',
    'T-Mobile',
    'Magenta',
    'pass.telekom.de',
    'Deutschland',
    'Germany',
    '德国电信',
    '德國電信',
    '德国',
    '德國',
  ],
  defaultKind: 'phone',
  signIn: 'none',
  fields: [],
  documentationUrl: '',
  network: 'own-network',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: [`${ORIGIN}/*`],
  origins: () => [ORIGIN],
  staticHelp: ownHosts('pass.telekom.de', 'www.telekom.de'),
  topUpUrl: () => `${ORIGIN}/`,
};

export const telekomDe: Provider = {
  ...telekomDeDeclaration,
  read: async (_line, { http, now }) => readingOf(await status(http), now),
};

/** Any other network is led to a page. */
async function status(http: Http): Promise<unknown> {
  try {
    const headers = { accept: 'application/json' };
    return (await http.request({ url: STATUS_URL, headers, conditional: true })).json();
  } catch (error) {
    throw elsewhere(error, ['intercepted']);
  }
}

function readingOf(answer: unknown, now: Instant): Reading {
  const told = parseAnswer(statusAnswer, answer);
  const unlimited = told.initialVolume === undefined || told.initialVolume === null;
  const total = unlimited ? null : amountOf(parseAnswer(figure, told.initialVolume));
  const used = amountOf(told.usedVolume);
  if (total === null && used === null && told.passName === null) {
    throw new Failure('unreadable', 'neither a pass nor a volume');
  }
  const at = (ms: number | null) => (ms === null ? null : plausible(epochMs(ms), now));
  const { usedAt, remainingSeconds, nextUpdate } = told;
  const end = usedAt === null || remainingSeconds === null ? null : usedAt + remainingSeconds * SECOND;
  return reading({
    asOf: at(usedAt),
    buckets: bucketList([
      { label: told.passName, kind: 'data', total, used, unlimited, validUntil: at(end) },
    ]),
    nextPollAt: at(nextUpdate === null ? null : toMs(now) + nextUpdate * SECOND),
  });
}
