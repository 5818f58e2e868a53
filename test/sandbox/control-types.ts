import type { FaultRule } from './fault-types.ts';
import type { LogEntry } from './sandbox-types.ts';
import type {
  BucketPatch,
  CheckoutStatus,
  DayUse,
  LineId,
  LinePatch,
  PaymentMethod,
  PaymentOutcome,
  UseChannel,
} from './vocabulary.ts';

/** Adjustable habits of the carrier, all on the sandbox's clock. */
export interface Habits {
  /** Cache-Control max-age of a balance */
  pollHintSeconds: number;
  /** how often usage is metered: between two meterings a balance does not change */
  measureSeconds: number;
  /** how late use is reported: a balance tells the use of so long ago; what control changes is told at once */
  usageLagSeconds: number;
  accessTokenSeconds: number;
  checkoutSeconds: number;
  /** how late a `late` payment is credited where the page does not say */
  creditDelaySeconds: number;
  /** announced by GET /help; null = the sandbox's own host and port */
  checkoutHosts: string[] | null;
  /** where new checkouts lead; null = this origin */
  checkoutOrigin: string | null;
  /** dialects that answer on their own network alone, and are asked from another one */
  awayFrom: string[];
  /** devices that tell nothing until their owner has signed in on their own page, in the same browser */
  askPassword: string[];
  /** devices that tell a session in their answer and set no cookie of it */
  withoutCookies: string[];
}

export interface CheckoutState {
  id: string;
  lineId: string;
  status: CheckoutStatus;
  offerId: string | null;
  amount: number;
  currency: string;
  method: PaymentMethod | null;
  receiptNumber: string | null;
  url: string;
}

export interface SandboxState {
  now: string;
  frozen: boolean;
  /** usage clock against the sandbox's clock */
  speed: number;
  habits: Habits;
  /** balance by line id, as the account API tells it */
  lines: Record<string, unknown>;
  faults: (FaultRule & { id: number; left: number | null })[];
  redirectUris: string[];
}

/** Every call is one request to /control; all reject with an Error that carries the answer's problem. */
export interface Control {
  state(): Promise<SandboxState>;
  clock: {
    /** each answers the instant on the sandbox's clock after the call */
    set(at: string): Promise<string>;
    advance(ms: number): Promise<string>;
    freeze(): Promise<string>;
    run(): Promise<string>;
  };
  /** Usage runs that many times faster than the clock; 0 stops it. Without a line: all of them. */
  speed(times: number, lineId?: LineId): Promise<void>;
  habits(patch: Partial<Habits>): Promise<Habits>;
  lines: {
    set(lineId: LineId, patch: LinePatch): Promise<void>;
    /** Leaves exactly that many bytes of general data. */
    drain(lineId: LineId, bytesLeft: number): Promise<void>;
    /** Uses so much at this instant (bytes, seconds or messages): of the bundles, then of the credit at its rates. */
    use(lineId: LineId, channel: UseChannel, amount: number): Promise<void>;
    /** Takes a fee from the credit, minor units. */
    charge(lineId: LineId, amount: number): Promise<void>;
    setBucket(lineId: LineId, bucketId: string, patch: BucketPatch): Promise<void>;
    removeBucket(lineId: LineId, bucketId: string): Promise<void>;
    /** What has been used since the first day, oldest first. */
    usage(lineId: LineId): Promise<DayUse[]>;
    /** Ends the current period now, as if its last instant had come. */
    resetPeriod(lineId: LineId): Promise<void>;
    /** All lines, offers and checkouts as on the first day; tokens and habits stay. */
    reset(): Promise<void>;
  };
  faults: {
    add(rule: FaultRule): Promise<number>;
    remove(id: number): Promise<void>;
    clear(): Promise<void>;
  };
  checkouts: {
    list(): Promise<CheckoutState[]>;
    /** Pays on the hosted page, as a person would. */
    pay(
      id: string,
      payment: { method?: PaymentMethod; outcome?: PaymentOutcome; delaySeconds?: number },
    ): Promise<void>;
    /** Answers the second confirmation. */
    confirm(id: string, accept: boolean): Promise<void>;
    /** Puts a checkout into that state without its page. */
    settle(id: string, status: Exclude<CheckoutStatus, 'open'>, reason?: string): Promise<CheckoutState>;
  };
  tokens: {
    /** A new personal access token of the demo user. */
    create(scope?: string): Promise<string>;
    /** One token with all that was issued with it, or every token of every kind. */
    revoke(token?: string): Promise<void>;
    /** Every access token of an OAuth sign-in ends now; refresh tokens stay. */
    expireAccess(): Promise<void>;
  };
  /** Registers an exact redirect address beside those of the browsers. */
  addRedirectUri(uri: string): Promise<void>;
  log(): Promise<LogEntry[]>;
  clearLog(): Promise<void>;
}
