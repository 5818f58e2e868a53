import type { Instant } from './instant.ts';

/** Every way in which a poll can fail. Closed: each kind has its words, its badge and its way out. */
export const FAILURE_KINDS = [
  'offline',
  'timeout',
  'no-access',
  'signed-out',
  'rate-limited',
  'carrier-down',
  'line-gone',
  'wrong-network',
  'intercepted',
  'unreadable',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What is kept and shown of a failure. `detail` is for diagnostics only: redacted, never the answer's body. */
export interface FailureFacts {
  kind: FailureKind;
  /** from when the carrier allows asking again, as it gave it */
  retryAt: Instant | null;
  detail: string;
}

/** The one error that providers and the host throw on purpose; anything else is a defect. */
export class Failure extends Error implements FailureFacts {
  readonly kind: FailureKind;
  readonly retryAt: Instant | null;
  readonly detail: string;

  constructor(kind: FailureKind, detail = '', retryAt: Instant | null = null) {
    super(detail ? `${kind}: ${detail}` : kind);
    this.name = 'Failure';
    this.kind = kind;
    this.detail = detail;
    this.retryAt = retryAt;
  }
}

/** The host's signal that the answer has not changed since the last poll (304): a success without a new reading. */
export class NotModified extends Error {
  constructor() {
    super('the answer has not changed');
    this.name = 'NotModified';
  }
}
