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

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'signed-out',
  403: 'signed-out',
  404: 'line-gone',
  410: 'line-gone',
  429: 'rate-limited',
};

/** What a status of HTTP of 400 and above stands for, whether it heads an answer or is told within one. */
export function failureKindOf(status: number): FailureKind {
  return BY_STATUS[status] ?? (status >= 500 ? 'carrier-down' : 'unreadable');
}

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
