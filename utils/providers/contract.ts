import type { Failure } from '../domain/failure.ts';
import type { Instant } from '../domain/instant.ts';
import type { LineKind } from '../domain/line.ts';
import type { Checkout, Help, Offers, OpenedCheckout, ReceiptPage } from '../domain/offers.ts';
import type { Reading } from '../domain/reading.ts';
import type { MessageKey } from '../domain/words.ts';
import type { ReaderTask } from './reader-contract.ts';

/*
 * What a provider is: data plus one mapper. The host (platform/http) owns permission, origin, deadline, size
 * cap, redirects, cookies, retry, classification and redaction; a provider only asks and maps.
 */

/** The fields that the person filled in, secrets included, by field name. */
export type ProviderLine = Readonly<Record<string, string>>;

export interface Field {
  /** as named in the provider's row of the documentation; also the key in recorded cases */
  name: string;
  label: MessageKey;
  help: MessageKey | null;
  secret: boolean;
  required: boolean;
  /** filled in when the form opens */
  initial: string;
  /** shown in an empty input; never a real value */
  example: string;
  input: 'text' | 'url' | 'tel' | 'password' | 'multiline';
  /** a pattern for the whole value, as in HTML; null = anything */
  pattern: string | null;
  /** the only values there are, chosen from a list that names their countries (ISO 3166) */
  choices?: readonly { value: string; region: string }[];
}

export type FieldProblem =
  | 'missing'
  | 'malformed'
  | 'not-https'
  | 'not-local'
  | 'has-credentials'
  | 'secret-in-address'
  | 'forbidden-header'
  | 'unknown-host';

/** Thrown by `origins` when a field cannot be used: says which and why, so that the form can point at it. */
export class FieldError extends Error {
  readonly field: string;
  readonly problem: FieldProblem;
  constructor(field: string, problem: FieldProblem) {
    super(`${field}: ${problem}`);
    this.name = 'FieldError';
    this.field = field;
    this.problem = problem;
  }
}

export interface HttpRequest {
  method?: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** sent as application/json */
  json?: unknown;
  /** sent as application/x-www-form-urlencoded */
  form?: Record<string, string>;
  /** may be answered 304; then the host ends the poll as "nothing new". GET only */
  conditional?: boolean;
  /** the answer of a status of 400 and above is handed over instead of thrown */
  readsErrors?: boolean;
  /** the browser's own session with the carrier is sent along; only where the provider declares it */
  cookies?: boolean;
  /**
   * a Cookie that a device told in its answer and did not set, visible ASCII: sent in place of the browser's own from
   * now to the end of this asking; only with `cookies`
   */
  session?: string;
  /**
   * follow redirects on the same origin in the browser too; only for a request without any secret of the line, with
   * cookies only for a GET
   */
  followsOwnOrigin?: boolean;
}

export interface HttpAnswer {
  status: number;
  /** a response header by name, null when absent */
  header(name: string): string | null;
  /** until when it stays fresh by its Cache-Control; null = not said, or no longer */
  freshUntil(): Instant | null;
  /** the decoded body (strict UTF-8, byte order mark dropped). Throws Failure */
  text(): string;
  /** the body as JSON. HTML throws `intercepted`, anything else that is not JSON `unreadable` */
  json(): unknown;
  /** the failure that this status stands for (>= 400), with the carrier's Retry-After */
  failure(): Failure;
}

export interface Http {
  /** Throws Failure, or NotModified for a conditional request. */
  request(request: HttpRequest): Promise<HttpAnswer>;
}

export interface ReadContext {
  http: Http;
  /** the instant of this poll */
  now: Instant;
  /** IANA zone of the browser, for carriers whose dates are local */
  zone: string;
  /**
   * What a page that nobody sees reads of an answer, for which the background has no room (`reader.ts`). Throws
   * Failure.
   */
  readApart(task: ReaderTask): Promise<Reading>;
  /** small values kept for this line as long as the browser runs: a session token, never shown or exported */
  memory: { get(key: string): Promise<string | null>; set(key: string, value: string | null): Promise<void> };
}

/** A line that the account holds, for choosing one when adding. */
export interface LineChoice {
  id: string;
  label: string;
  kind: LineKind | null;
  /** masked number or device id, for telling lines apart */
  masked: string | null;
  planName: string | null;
}

/** A signed-in line is read with its access token in the field `token`, as if it had been pasted there. */
export interface OAuthSettings {
  /** the issuer, whose metadata stands at its well-known address (RFC 8414) */
  issuer: string;
  clientId: string;
  /** space-separated; empty = none is asked for */
  scope: string;
}

export type TopUpOrder = ({ offerId: string } | { amount: number }) & { autoRenew?: boolean };

export interface TopUps {
  /** Offers of the carrier for this line. Throws Failure. */
  offers(line: ProviderLine, context: ReadContext): Promise<Offers>;
  /** Opens a hosted checkout. The host checks the address before a tab opens. Throws Failure. */
  open(
    line: ProviderLine,
    context: ReadContext,
    order: TopUpOrder,
    idempotencyKey: string,
  ): Promise<OpenedCheckout>;
  /** The carrier's word on a checkout. Throws Failure. */
  status(line: ProviderLine, context: ReadContext, checkoutId: string): Promise<Checkout>;
  /** One page of receipts, newest first. Throws Failure. */
  receipts(line: ProviderLine, context: ReadContext, cursor: string | null): Promise<ReceiptPage>;
}

/**
 * What a person chooses by and fills in. Pages import it without the mapper, which belongs to the background.
 */
export interface Declaration {
  id: string;
  /** a proper name, the same in every language */
  name: string;
  /** further words a person may search for, in any language */
  keywords: readonly string[];
  /** the kind of line it usually holds; the person may choose another */
  defaultKind: LineKind;
  signIn: 'none' | 'token' | 'oauth-or-token' | 'password' | 'key' | 'browser-session';
  fields: readonly Field[];
  /** the carrier's or the standard's own documentation; empty = it stands with this project */
  documentationUrl: string;
  /**
   * `internet`: reachable from anywhere; `local`: a device on the local network, polled more often;
   * `own-network`: answers only through the carrier's own network.
   */
  network: 'internet' | 'local' | 'own-network';
  /** minutes between two requests that the carrier bears, whoever asks; 0 = the budget alone holds */
  minPollMinutes: number;
  /** breaks without notice; said where the line is added */
  experimental: boolean;
  /** its requests need the browser's own session with the carrier, or a device's session cookie */
  cookies?: boolean;
  /** its device answers only what seems to come from its own page: each request names that as its Referer */
  referer?: boolean;
  /** its secret can spend money; said where it is entered */
  spendsMoney: boolean;
  /** match patterns for the manifest's optional host permissions */
  hostPatterns: readonly string[];
  /** the origins this line talks to, `https://host[:port]`. Throws FieldError */
  origins(line: ProviderLine): string[];
  /** What a form checks besides, when it is filled in. Throws FieldError */
  checkForm?(line: ProviderLine): void;
  oauth?(line: ProviderLine): OAuthSettings;
  /** where a person signs in for the browser's own session; null = the line does not tell yet */
  sessionUrl?(line: ProviderLine): string | null;
  /**
   * days after the last top-up or use after which the carrier's terms let credit lapse, where it tells no end itself.
   * Told to the person, and never taken for an end. null = not known
   */
  lapseDays?(line: ProviderLine): number | null;
  /** the account's lines can be listed, so that the person chooses one; said here for pages, `lines` does it */
  listsLines?: true;
  /** hosted checkouts can be opened and their receipts listed; said here for pages, `topUps` does it */
  opensCheckouts?: true;
  /** Where a person finds help, where the account API does not tell it. */
  staticHelp?: Help;
  /** the carrier's own top-up page, where there is no hosted checkout */
  topUpUrl?(line: ProviderLine): string | null;
}

export interface Provider extends Declaration {
  /** One reading. Throws Failure. */
  read(line: ProviderLine, context: ReadContext): Promise<Reading>;
  /** The answer as it stands, for a person to look at. Throws Failure. */
  sample?(line: ProviderLine, context: ReadContext): Promise<string>;
  /** The lines of the account. Throws Failure. */
  lines?(line: ProviderLine, context: ReadContext): Promise<LineChoice[]>;
  /** Where a person finds help, as the carrier's account API tells it. Throws Failure. */
  help?(line: ProviderLine, context: ReadContext): Promise<Help>;
  topUps?: TopUps;
}

/**
 * What pages alone read of a declaration and of its fields: the build leaves it out of the background, where code knows
 * no more of a provider than `CarriedProvider`.
 */
export const FOR_PAGES = [
  'name',
  'keywords',
  'defaultKind',
  'signIn',
  'documentationUrl',
  'experimental',
  'spendsMoney',
  'hostPatterns',
  'sessionUrl',
  'lapseDays',
  'listsLines',
  'opensCheckouts',
  'checkForm',
] as const satisfies (keyof Declaration)[];
export const FIELD_FOR_PAGES = [
  'label',
  'help',
  'initial',
  'example',
  'input',
  'choices',
] as const satisfies (keyof Field)[];

export type FieldRule = Omit<Field, (typeof FIELD_FOR_PAGES)[number]>;

/** A provider as the background carries it. */
export type CarriedProvider = Omit<Provider, (typeof FOR_PAGES)[number] | 'fields'> & {
  fields: readonly FieldRule[];
};
