import * as z from 'zod/mini';
import { LINE_KINDS } from '../../domain/line.ts';
import type { Help } from '../../domain/offers.ts';
import type { LineChoice } from '../contract.ts';
import { linkUrl } from './addresses.ts';
import { firstOfEach, id, listOf, MANY, text } from './answer.ts';
import { cleanText, cleanTextOrNull } from './text.ts';

const KINDS: readonly unknown[] = LINE_KINDS;
/** A kind of line that is new is for the person to choose. */
const lineKind = z.pipe(
  z.transform((value: unknown) => (KINDS.includes(value) ? value : null)),
  z.nullable(z.literal(LINE_KINDS)),
);

/** One of `lines` */
export const lineAnswer = z.object({
  id,
  label: text,
  kind: lineKind,
  numberMasked: text,
  deviceIdMasked: text,
  planName: text,
});

/** `GET /lines` */
export const linesAnswer = z.object({ lines: listOf(lineAnswer, MANY) });

const hosts = listOf(z.string(), 100);

/** `GET /help` */
export const helpAnswer = z.object({
  support: z.object({ phone: text, email: text, chatUrl: text }),
  storesUrl: text,
  kiosksUrl: text,
  accountUrl: text,
  termsUrl: text,
  officialHosts: hosts,
  checkoutHosts: hosts,
});

/** The lines of the account, each once. */
export function choicesOf({ lines }: z.infer<typeof linesAnswer>): LineChoice[] {
  return firstOfEach(lines).map((line) => ({
    id: line.id,
    label: cleanText(line.label ?? ''),
    kind: line.kind,
    masked: cleanTextOrNull(line.numberMasked) ?? cleanTextOrNull(line.deviceIdMasked),
    planName: cleanTextOrNull(line.planName),
  }));
}

/** Where a person finds help. `loopback`: the carrier is on this very computer, and so may its pages be. */
export function helpOf(told: z.infer<typeof helpAnswer>, loopback: boolean): Help {
  const link = (address: string | null) => linkUrl(address, loopback);
  return {
    support: {
      phone: cleanTextOrNull(told.support.phone),
      email: cleanTextOrNull(told.support.email),
      chatUrl: link(told.support.chatUrl),
    },
    storesUrl: link(told.storesUrl),
    kiosksUrl: link(told.kiosksUrl),
    accountUrl: link(told.accountUrl),
    termsUrl: link(told.termsUrl),
    officialHosts: plainHosts(told.officialHosts),
    checkoutHosts: plainHosts(told.checkoutHosts),
  };
}

/** Host names, with a port where there is one, as addresses have them; anything else is left out. */
function plainHosts(told: readonly string[]): string[] {
  const plain = told.map((host) => URL.parse(`https://${host}`)).filter((url) => url !== null);
  return [...new Set(plain.filter((url) => url.href === `https://${url.host}/`).map((url) => url.host))];
}
