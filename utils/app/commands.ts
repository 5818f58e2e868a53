import * as z from 'zod/mini';
import { byName } from '../domain/by-name.ts';
import { type ExportParts, exportPartsSchema } from '../domain/export-parts.ts';
import type { FailureFacts } from '../domain/failure.ts';
import type { NamedHistory } from '../domain/history-csv.ts';
import type { Instant } from '../domain/instant.ts';
import { lapseSchema } from '../domain/lapse.ts';
import { type Line, lineKindSchema, thresholdsSchema } from '../domain/line.ts';
import type { Help, Offers, ReceiptPage } from '../domain/offers.ts';
import { instantSchema, type Reading } from '../domain/reading.ts';
import { type Settings, settingsSchema } from '../domain/settings.ts';
import type { TopUp } from '../domain/top-up.ts';
import { untilDaySchema } from '../domain/until-day.ts';
import { whole } from '../domain/whole.ts';
import type { FieldProblem, LineChoice } from '../providers/contract.ts';
import type { Imported } from './import.ts';

/*
 * What pages ask of the background. Pages import only the types; the background parses every message with the
 * schemas. A message of another version is answered `reload` and changes nothing.
 */

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(20_000));
const fields = byName(text);

/** A line that is being added or edited. `secretFrom`: keep the secrets of that line where a secret is empty. */
export const draftSchema = z.object({
  providerId: id,
  kind: lineKindSchema,
  name: text,
  fields,
  secrets: fields,
  /** of a finished sign-in, instead of pasted secrets */
  signInId: z.nullable(id),
  secretFrom: z.nullable(id),
});

/** What may be changed of a stored line without asking its carrier again. */
export const lineEditSchema = z.object({
  name: z.optional(text),
  kind: z.optional(lineKindSchema),
  pinned: z.optional(z.boolean()),
  ignored: z.optional(z.boolean()),
  paused: z.optional(z.boolean()),
  thresholds: z.optional(thresholdsSchema),
  lapse: z.optional(lapseSchema),
  pollMinutes: z.optional(z.nullable(whole().check(z.minimum(5), z.maximum(1440)))),
  topUpUrl: z.optional(z.nullable(text)),
  zone: z.optional(z.nullable(text)),
  until: z.optional(z.nullable(untilDaySchema)),
});

export const commandSchemas = {
  /** Poll now, within budget. null = every line. */
  refresh: z.object({ lineId: z.nullable(id) }),
  /** Rebuild the glance record when it cannot be read. */
  'rebuild-glance': z.object({}),
  /** A page of ours is open: a pending top-up may be watched closely. */
  tick: z.object({}),
  state: z.object({}),
  /** Gives what a sign-in brought to an existing line and polls it. */
  'sign-in-again': z.object({ lineId: id, signInId: id }),
  /** The lines of the account behind a draft. */
  'list-lines': z.object({ draft: draftSchema }),
  /** One live reading for a draft; stores nothing. */
  'try-line': z.object({ draft: draftSchema }),
  /** The answer to a draft's request as it stands, fetched once. */
  sample: z.object({ draft: draftSchema }),
  'add-line': z.object({ draft: draftSchema, topUpUrl: z.nullable(text), confirmedHosts: z.array(text) }),
  'add-demo': z.object({}),
  /** Changes what the carrier is asked with; the draft must read. */
  'replace-line': z.object({ lineId: id, draft: draftSchema }),
  'edit-line': z.object({ lineId: id, edit: lineEditSchema }),
  'order-lines': z.object({ lineIds: z.array(id) }),
  'remove-line': z.object({ lineId: id, keepReceipts: z.boolean() }),
  'pause-alerts': z.object({ lineId: z.nullable(id), until: z.nullable(instantSchema) }),
  /** `hosts`: those that were shown to the person, where they were not proposed anew */
  'confirm-hosts': z.object({ lineId: id, accept: z.boolean(), hosts: z.optional(z.array(text)) }),
  offers: z.object({ lineId: id }),
  'open-top-up': z.object({
    lineId: id,
    order: z.union([
      z.object({ offerId: id, autoRenew: z.optional(z.boolean()) }),
      z.object({ amount: whole().check(z.positive()), autoRenew: z.optional(z.boolean()) }),
      z.object({ link: z.literal(true) }),
    ]),
  }),
  /** Opens the page of a pending checkout again, without a second checkout. */
  'reopen-top-up': z.object({ topUpId: id }),
  'abandon-top-up': z.object({ topUpId: id }),
  'dismiss-top-up': z.object({ topUpId: id }),
  /** A loss that was seen is told no more. */
  'dismiss-notice': z.object({ notice: z.literal(['history-lost', 'settings-lost']) }),
  receipts: z.object({ lineId: z.nullable(id) }),
  /** What the carrier keeps of a line's top-ups; `cursor` of the page before, null = the first. */
  'carrier-receipts': z.object({ lineId: id, cursor: z.nullable(text) }),
  help: z.object({ lineId: id }),
  'put-settings': z.object({ settings: settingsSchema }),
  'set-passphrase': z.object({ passphrase: z.nullable(z.string().check(z.maxLength(1000))) }),
  unlock: z.object({ passphrase: z.string().check(z.maxLength(1000)) }),
  lock: z.object({}),
  'export-all': z.object({}),
  'export-history': z.object({ lineId: z.nullable(id) }),
  /** What a page has read of a file. */
  'import-all': z.object({ parts: exportPartsSchema }),
  'erase-all': z.object({}),
  /** `environment`: what the page knows of the browser */
  diagnostics: z.object({ environment: fields }),
} as const;

export type CommandName = keyof typeof commandSchemas;
export type CommandInput<N extends CommandName> = z.infer<(typeof commandSchemas)[N]>;
export type Draft = z.infer<typeof draftSchema>;
export type LineEdit = z.infer<typeof lineEditSchema>;

/** Why a command did not do what was asked, in a form that the page can put into words. */
export type CommandError =
  | { kind: 'failure'; failure: FailureFacts; origin: string | null }
  | { kind: 'field'; field: string; problem: FieldProblem }
  /** a link or checkout address that must not be opened */
  | { kind: 'refused-host'; host: string; allowed: string[] }
  | { kind: 'refused-address'; reason: 'not-https' | 'malformed' | 'has-credentials' | 'script' }
  | { kind: 'sign-in'; reason: 'cancelled' | 'refused' | 'mismatch' | 'unsupported'; detail: string }
  | { kind: 'import'; reason: 'not-json' | 'not-ours' | 'newer'; where: string }
  | { kind: 'locked' }
  | { kind: 'gone' }
  | { kind: 'in-progress' }
  | { kind: 'not-before'; at: Instant }
  | { kind: 'passphrase'; reason: 'too-short' | 'wrong' }
  /** no answer came: the background is starting, or was just replaced */
  | { kind: 'unreachable' }
  /** the page is older or newer than the background */
  | { kind: 'reload' }
  | { kind: 'defect'; detail: string };

export interface RefreshResult {
  lineId: string;
  outcome: 'read' | 'unchanged' | 'failed' | 'in-progress' | 'not-before' | 'paused' | 'locked';
  /** for `not-before` */
  at: Instant | null;
}

export interface TriedLine {
  reading: Reading;
  help: Help | null;
  /** the origin that was asked */
  origins: string[];
}

/** Everything the options page shows of what is stored; secrets never. */
export interface ExtensionState {
  lines: (Line & { hasSecret: boolean; signedInBy: 'oauth' | 'secret' | 'none' })[];
  settings: Settings;
  secrets: 'plain' | 'locked' | 'open';
  version: string;
}

export interface CommandOutput {
  refresh: RefreshResult[];
  'rebuild-glance': null;
  tick: null;
  state: ExtensionState;
  'sign-in-again': null;
  'list-lines': LineChoice[];
  'try-line': TriedLine;
  /** JSON */
  sample: string;
  'add-line': { lineId: string };
  'add-demo': { lineId: string };
  'replace-line': null;
  'edit-line': null;
  'order-lines': null;
  'remove-line': null;
  'pause-alerts': null;
  'confirm-hosts': null;
  offers: Offers & { hosts: string[] };
  'open-top-up': { topUpId: string; host: string };
  'reopen-top-up': null;
  'abandon-top-up': null;
  'dismiss-top-up': null;
  'dismiss-notice': null;
  receipts: TopUp[];
  'carrier-receipts': ReceiptPage;
  help: Help;
  'put-settings': null;
  'set-passphrase': null;
  unlock: null;
  lock: null;
  'export-all': ExportParts;
  'export-history': NamedHistory;
  'import-all': Imported;
  'erase-all': null;
  diagnostics: string;
}

export type CommandReply<N extends CommandName> =
  | { ok: true; value: CommandOutput[N] }
  | { ok: false; error: CommandError };

/** How a page calls the background. Never rejects: a background that does not answer is an error reply. */
export type Ask = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandReply<N>>;
