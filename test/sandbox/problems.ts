/** Every problem that the account API tells: status and title by the last part of its type. */
export const PROBLEMS = {
  'bad-request': [400, 'The request cannot be understood'],
  'missing-idempotency-key': [400, 'The header Idempotency-Key is missing or malformed'],
  'not-signed-in': [401, 'No valid access token was sent'],
  forbidden: [403, 'The token does not allow this'],
  'unknown-address': [404, 'There is nothing at this address'],
  'unknown-line': [404, 'The account has no such line'],
  'unknown-checkout': [404, 'The account has no such checkout'],
  'method-not-allowed': [405, 'The address does not take this method'],
  'line-lapsed': [409, 'The line has lapsed and cannot be topped up'],
  'checkout-settled': [409, 'The checkout is settled already'],
  'line-closed': [410, 'The line is closed for good'],
  'too-large': [413, 'The body is too large'],
  'wrong-host': [421, 'This host name is not served here'],
  'idempotency-conflict': [422, 'The Idempotency-Key was used for another order'],
  'unknown-offer': [422, 'The offer is not sold for this line'],
  'amount-refused': [422, 'The amount is not on sale for this line'],
  'not-renewable': [422, 'The offer cannot renew by itself'],
  'fault-injected': [500, 'A fault that was asked for'],
  defect: [500, 'The sandbox itself failed'],
} as const satisfies Record<string, readonly [number, string]>;

type ProblemName = keyof typeof PROBLEMS;

/** Thrown by a handler; answered as RFC 9457 problem details. */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly headers: Record<string, string>;

  constructor(problem: ProblemName, detail = '', headers: Record<string, string> = {}) {
    super(detail);
    this.name = 'Problem';
    this.problem = problem;
    this.headers = headers;
  }
}
