/* What several operations share: errors, headers, parameters, sign-in. */

const problem = (description: string, title: string, status: number, headers = {}) => ({
  description,
  headers,
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: { type: 'about:blank', title, status },
    },
  },
});
const retryAfter = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };

export const RESPONSES = {
  SignedOut: problem(
    'The token is missing, unknown or over. A client that signed in by OAuth renews it once; then the person has to sign in again, and until then nothing is asked.',
    'Unauthorized',
    401,
  ),
  Forbidden: problem('The token may not do this. Treated as 401.', 'Forbidden', 403),
  NotFound: problem(
    'No such line or checkout. The client stops asking and tells the person.',
    'Not Found',
    404,
  ),
  Gone: problem('The line is closed or was given to somebody else. As 404, for good.', 'Gone', 410),
  Conflict: problem('The same `Idempotency-Key` came with another order.', 'Conflict', 409),
  Refused: problem('This offer or amount cannot be bought for this line.', 'Unprocessable Content', 422),
  TooManyRequests: problem(
    'Asked too often. Nothing is asked before `Retry-After`.',
    'Too Many Requests',
    429,
    retryAfter,
  ),
  Unavailable: problem(
    'Down, or being worked on. Every status of 500 and above is understood so; with `Retry-After` nothing is asked before it, without one the client waits longer each time, up to six hours.',
    'Service Unavailable',
    503,
    retryAfter,
  ),
};

export const HEADERS = {
  ETag: {
    description:
      'Names these figures. Kept for the line and sent back in `If-None-Match`; at most 1000 characters.',
    schema: { type: 'string' },
    example: '"bal-7f3a"',
  },
  CacheControl: {
    description: '`max-age` in seconds, less `Age`: asking again sooner is of no use. Honoured up to a day.',
    schema: { type: 'string' },
    example: 'private, max-age=3600',
  },
  RetryAfter: {
    description:
      'Seconds, or an HTTP date, which is read by the clock of the answer’s own `Date`. Honoured between 30 seconds and 24 hours, for a refresh by hand, too.',
    schema: { type: 'string' },
    example: '120',
  },
};

export const PARAMETERS = {
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the last answer that became a reading.',
    schema: { type: 'string' },
    example: '"bal-7f3a"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A UUID, the same for every attempt at one order. A repeated key answers the checkout that it opened first, so that a double click or a lost answer never opens a second one. Keep it for at least 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '0d5c2b1e-64a7-4b0e-9f6e-6a2f4f6f0d11',
  },
  Cursor: {
    name: 'cursor',
    in: 'query',
    description: '`next` of the page before; absent for the first.',
    schema: { type: 'string' },
  },
};

export const HAND_WRITTEN_SCHEMAS = {
  Order: {
    description: 'What is to be bought: an offer, or a free amount of credit.',
    oneOf: [
      { required: ['offerId'], not: { required: ['amount'] } },
      { required: ['amount'], not: { required: ['offerId'] } },
    ],
    type: 'object',
    properties: {
      offerId: {
        description: 'As in the offers of this line.',
        type: 'string',
        minLength: 1,
        maxLength: 200,
      },
      amount: {
        description: 'Minor units of the currency of `customAmount`, within its bounds.',
        type: 'integer',
        minimum: 1,
      },
      autoRenew: { description: 'Whether it renews itself; absent = as the offer says.', type: 'boolean' },
    },
  },
  Problem: {
    description:
      'Problem details (RFC 9457). The client goes by the status; the rest is for people who read logs.',
    type: 'object',
    properties: {
      type: { description: 'Names the kind of problem.', type: 'string', format: 'uri-reference' },
      title: { description: 'The kind of problem in a few words.', type: 'string' },
      status: { description: 'The status of the answer, again.', type: 'integer' },
      detail: { description: 'This occurrence in a sentence; no token, no number.', type: 'string' },
      instance: { description: 'Names this occurrence.', type: 'string', format: 'uri-reference' },
    },
  },
};

export const SECURITY_SCHEMES = {
  oauth: {
    type: 'oauth2',
    description:
      'Authorization code with PKCE (`S256`), in a window of the browser. The issuer is the origin of the base address; its metadata stands at `/.well-known/oauth-authorization-server` (RFC 8414), and its endpoints share that origin. The client is public: its id is `data-balance`, it has no secret, and its redirect is registered exactly, one for each browser. `state` is always sent, `iss` (RFC 9207) checked where it comes. No scope is asked for: grant what this document needs. Access tokens may be short-lived; refresh tokens may be replaced at each use, and are used one at a time.',
    flows: {
      authorizationCode: {
        authorizationUrl: 'https://api.carrier.example/oauth/authorize',
        tokenUrl: 'https://api.carrier.example/oauth/token',
        refreshUrl: 'https://api.carrier.example/oauth/token',
        scopes: {},
      },
    },
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A personal access token that the person makes on the account page and pastes. Visible ASCII; sent in `Authorization: Bearer` and nowhere else, least of all in an address.',
  },
};
