import type { FailureKind } from '../domain/failure.ts';
import type { ReadContext } from './contract.ts';

/* What passes between the background and the page that nobody sees, and what that page has for reading. */

/** What is read apart from the background, as it travels as a message. */
export type ReaderTask =
  /** by a mapping that a person made, as text */
  | { reads: 'mapping'; mapping: string; answer: unknown }
  /** by that of a preset; `line` is what the carrier was asked for */
  | { reads: 'preset'; preset: string; line: string; answer: unknown }
  /** what Sri Lanka Telecom answers, whose figures and dates are like no others */
  | { reads: 'slt-lk'; answer: unknown }
  /** what a wholesaler of eSIMs answers, at most once an hour; it may list several for a number */
  | { reads: 'esim-access'; answer: unknown; iccid: string }
  /** an account page of a shop of Lyca; `ofAnother` says as what the page of another number fails */
  | { reads: 'lyca'; html: string; site: string; number: string; ofAnother: FailureKind };

/** The instant of the poll, and the zone for dates that tell none. */
export type ReadAt = Pick<ReadContext, 'now' | 'zone'>;

/** A piece of a page as plain data: nothing of it lives, and nothing of it can get into another page. */
export interface PagePiece {
  /** the name under which it was looked for */
  is: string;
  /** what can be read in it, at most 1000 characters; a line break where the page has one */
  text: string;
}

/** What only a page has for reading. */
export interface PageTools {
  /**
   * The pieces of an HTML page that fit the CSS selectors in `wanted`, by name, in the order of the page. It is parsed
   * where none of it can run, load or be shown. Throws Failure `unreadable` for a page beyond half a million
   * characters or 15 000 tags, for one that leaves over a thousand of them open, and for one with more of what is
   * looked for than any account page has.
   */
  parseHtml(html: string, wanted: Readonly<Record<string, string>>): Promise<PagePiece[]>;
  /** What expressions of JMESPath find in an answer; undefined = nothing. Throws Failure. */
  query(answer: unknown, expressions: readonly string[]): Promise<unknown[]>;
}
