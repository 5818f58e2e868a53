import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Money, Reading } from '../../domain/reading.ts';
import type { PagePiece, PageTools, ReaderTask } from '../reader-contract.ts';
import { endOfDay, plausible } from './dates.ts';
import { currencyOf, type LycaShop, lycaShop } from './lyca-shops.ts';
import { isSameNumber, lycaSite } from './lyca-sites.ts';
import { bucketList, type LooseBucket, reading } from './normalise.ts';
import { scaled, writtenDecimal } from './numbers.ts';
import { unitOf } from './units.ts';
import { writtenMoney } from './written-money.ts';

/** What is looked for on the account page. Its classes are all that is known of it. */
export const WANTED = {
  title: 'title',
  number: '.bdl-msisdn',
  credit: 'span.myaccount-lowbalance',
  bundle: 'p.bdl-balance',
  part: 'p.bdl-balance > span',
  tile: 'div.bdl-mins',
} as const;

type Kind = keyof typeof WANTED;

/** A bundle as the page shows it: what is written over its tiles, and what stands in them. */
interface Bundle {
  parts: string[];
  tiles: string[];
}

/** "InternationalBalance as of 28-04-2021", "| InternationalValid till 07-05-2021", and the same in Spanish. */
const AS_OF = /^(.*?)(?:balance as of|saldo al)(?![\p{L}])/iu;
const VALID_TILL = /^(.*?)(?:valid till|v[áa]lido hasta)\s*:?\s*(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)/iu;
const UNLIMITED = /^(?:unlimited|ilimitad[oa]s?|u)(?!\S)\s*(.*)$/i;
const OF_DATA = /^(?:[kmgt]b|data|datos|internet)$/i;
/** It stands below the credit, and alone where there is none. */
const TOP_UP_LINK = /^(?:top.?up|recargar?)$/i;
const AMOUNT = /^([+-]?\d[\d., ]{0,20}?) ?([a-z]{0,10})$/i;

/** The reading of what a shop gave for the account page. Throws Failure: `signed-out` where it is another page. */
export async function lycaReading(
  { html, site, number, ofAnother }: Extract<ReaderTask, { reads: 'lyca' }>,
  now: Instant,
  parseHtml: PageTools['parseHtml'],
): Promise<Reading> {
  const [known, shop] = [lycaSite(site), lycaShop(site)];
  if (!known || !shop) throw new Failure('unreadable', 'none of the shops that are known');
  const pieces = await parseHtml(html, WANTED);
  if (!isAccountPage(pieces)) throw new Failure('signed-out', 'no account page');
  const shown = numberOn(pieces);
  if (number !== '' && shown !== null && !isSameNumber(shown, number, known))
    throw new Failure(ofAnother, 'the account page of another number');
  return readingOf(pieces, shop, now);
}

/** Whether it is the page of somebody who is signed in. */
function isAccountPage(pieces: readonly PagePiece[]): boolean {
  return /account|cuenta/i.test(textsOf(pieces, 'title')[0] ?? '');
}

/** The number that the page is about, as it is written there; null = it names none. Throws Failure `unreadable`. */
export function numberOn(pieces: readonly PagePiece[]): string | null {
  const numbers = new Set(textsOf(pieces, 'number').map((text) => text.replace(/\D/g, '')));
  numbers.delete('');
  if (numbers.size > 1) throw new Failure('unreadable', 'several numbers on one page');
  return [...numbers][0] ?? null;
}

/** The reading of an account page. Throws Failure `unreadable` for one that no longer fits. */
export function readingOf(pieces: readonly PagePiece[], shop: LycaShop, now: Instant): Reading {
  if (pieces.every(({ is }) => is === 'title')) throw new Failure('unreadable', 'a page with nothing known');
  const buckets = bundlesIn(pieces).flatMap((bundle) => bucketsOf(bundle, shop, now));
  return reading({ buckets: bucketList(buckets), credit: creditOn(pieces, shop) });
}

/** In the order of the page the tiles of a bundle follow its name. */
function bundlesIn(pieces: readonly PagePiece[]): Bundle[] {
  const bundles: Bundle[] = [];
  const current = () => {
    const last = bundles.at(-1) ?? { parts: [], tiles: [] };
    if (bundles.length === 0) bundles.push(last);
    return last;
  };
  for (const { is, text } of pieces) {
    if (is === 'bundle') bundles.push({ parts: [], tiles: [] });
    if (is === 'part') current().parts.push(plainText(text).replace(/^\|\s*/, ''));
    if (is === 'tile') current().tiles.push(plainText(text));
  }
  return bundles;
}

function bucketsOf({ parts, tiles }: Bundle, shop: LycaShop, now: Instant): LooseBucket[] {
  const names = parts.map((part) => (VALID_TILL.exec(part) ?? AS_OF.exec(part))?.[1]?.trim() ?? '');
  const ends = parts.map((part) => VALID_TILL.exec(part)).filter((found) => found !== null);
  const end = only(
    ends.map(([, , day, month, year]) => endOfDay(Number(year), Number(month), Number(day), shop.zone)),
  );
  const validUntil = plausible(end, now);
  const shared = {
    label: only(names.filter((name) => name !== '')),
    validUntil,
    validUntilEstimated: true,
    // What has ended is still shown for a while, and cannot be used.
    ...(validUntil !== null && validUntil < now ? { state: 'expired' as const } : {}),
  };
  const figures = tiles.length > 0 ? tiles.map(figureOf) : [{ kind: 'other' as const }];
  return parts.length === 0 && tiles.length === 0 ? [] : figures.map((figure) => ({ ...shared, ...figure }));
}

/** The one thing that all of them are; null = they differ, or there are none. */
function only<T>(all: readonly T[]): T | null {
  return new Set(all).size === 1 ? (all[0] ?? null) : null;
}

/** What a tile tells is left. A bare number is of minutes or of messages; the page does not say which. */
function figureOf(tile: string): Pick<LooseBucket, 'kind' | 'unlimited' | 'remaining'> {
  if (tile === '') return { kind: 'other' };
  const [, unlimited] = UNLIMITED.exec(tile) ?? [];
  if (unlimited !== undefined) return { kind: OF_DATA.test(unlimited) ? 'data' : 'other', unlimited: true };
  const [, amount = '', unit = ''] = AMOUNT.exec(tile) ?? [];
  const decimal = writtenDecimal(amount);
  if (decimal === null || (unit === '' && decimal.includes('.')))
    throw new Failure('unreadable', 'a tile that is no figure');
  const { kind, factor } = unit === '' ? { kind: 'other' as const, factor: 1 } : unitOf(unit);
  return { kind, remaining: scaled(decimal, factor) };
}

/** The first line of what is written where the credit stands; the next ones are for paying in. */
function creditOn(pieces: readonly PagePiece[], shop: LycaShop): Money | null {
  const lines = textsOf(pieces, 'credit').map((text) => plainText(text.trim().split('\n')[0] ?? ''));
  const [line, ...others] = new Set(lines.filter((text) => text !== '' && !TOP_UP_LINK.test(text)));
  if (others.length > 0) throw new Failure('unreadable', 'several credits');
  return line === undefined ? null : writtenMoney(line, (mark) => currencyOf(mark, shop));
}

function textsOf(pieces: readonly PagePiece[], kind: Kind): string[] {
  return pieces.filter(({ is }) => is === kind).map(({ text }) => text);
}

function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
