import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import { type Instant, SECOND, toMs } from '../domain/instant.ts';
import type { Reading } from '../domain/reading.ts';
import { type Declaration, FieldError, type Http, type Provider, type ProviderLine } from './contract.ts';
import { linkUrl, webAddress } from './standards/addresses.ts';
import { parseAnswer } from './standards/answer.ts';
import { epochMs, plausible } from './standards/dates.ts';
import { elsewhere } from './standards/elsewhere.ts';
import { field } from './standards/fields.ts';
import { amountOf, dateNumber, dateText, figure } from './standards/loose.ts';
import { bucketList, reading } from './standards/normalise.ts';

/** RFC 8908, section 5. A field that is optional there and of another type tells nothing. */
const portalAnswer = z.object({
  captive: z.boolean(),
  'user-portal-url': dateText,
  'can-extend-session': z.optional(z.unknown()),
  'seconds-remaining': dateNumber,
  /** bytes; absent = no limit */
  'bytes-remaining': z.optional(z.unknown()),
});

/** The Captive Portal API: a session on a Wi-Fi network, as on a train, a plane or in a hotel. */
export const rfc8908Declaration: Declaration = {
  id: 'rfc8908',
  name: 'Captive Portal API (RFC 8908)',
  keywords: [
    'Wi-Fi',
    'WLAN',
    'hotspot',
    'captive portal',
    'capport',
    'plane',
    'train',
    'hotel',
    '热点',
    '熱點',
    '机上',
    '機上',
    '无线网络',
    '無線網路',
    '酒店',
    '飯店',
  ],
  defaultKind: 'data-card',
  signIn: 'none',
  fields: [
    field({
      name: 'apiUrl',
      label: 'fieldPortalUrlLabel',
      help: 'fieldPortalUrlHelp',
      example: 'https://portal.venue.example/captive-portal/api',
      input: 'url',
    }),
  ],
  documentationUrl: 'https://www.rfc-editor.org/rfc/rfc8908',
  network: 'own-network',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: ['https://*/*'],
  origins: (line) => [addressOf(line).origin],
};

export const rfc8908: Provider = {
  ...rfc8908Declaration,
  read: async (line, { http, now }) => readingOf(await session(addressOf(line), http), now),
};

/** Throws FieldError. A query is part of the address, unlike in those of account APIs. */
function addressOf(line: ProviderLine): URL {
  const url = webAddress(line.apiUrl, 'apiUrl');
  if (url.protocol !== 'https:') throw new FieldError('apiUrl', 'not-https');
  url.hash = '';
  return url;
}

/** Elsewhere its name is unknown, or a page stands in its place. */
async function session(url: URL, http: Http): Promise<unknown> {
  const headers = { accept: 'application/captive+json' };
  const answer = await http.request({ url: url.href, headers }).catch((error: unknown) => {
    throw elsewhere(error, ['offline']);
  });
  try {
    return answer.json();
  } catch (error) {
    throw elsewhere(error, ['intercepted']);
  }
}

function readingOf(answer: unknown, now: Instant): Reading {
  const told = parseAnswer(portalAnswer, answer);
  const portal = linkUrl(told['user-portal-url']);
  const topUpUrl = told['can-extend-session'] === true ? portal : null;
  if (told.captive) {
    if (portal === null) throw new Failure('unreadable', 'captive without a portal');
    return reading({ lineStatus: 'suspended', topUpUrl });
  }
  const seconds = told['seconds-remaining'];
  const validUntil = seconds === null ? null : plausible(epochMs(toMs(now) + seconds * SECOND), now);
  return reading({
    topUpUrl,
    buckets: bucketList([{ id: 'session', kind: 'data', ...rest(told['bytes-remaining']), validUntil }]),
  });
}

/** What cannot be, a negative rest, is as good as absent; a blank is unknown. */
function rest(told: unknown) {
  const left = amountOf(parseAnswer(figure, told));
  const isAbsent = told === undefined || told === null || (left !== null && left < 0);
  return { unlimited: isAbsent, remaining: isAbsent ? null : left };
}
