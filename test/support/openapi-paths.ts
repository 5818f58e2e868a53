import { EXAMPLES } from './openapi-examples.ts';

type Answer = keyof typeof EXAMPLES;

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

const lineId = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'As in `GET /lines`, percent-encoded.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const checkoutId = { ...lineId, description: 'As given when the checkout was opened, percent-encoded.' };

const FAILURES = {
  '401': ref('responses', 'SignedOut'),
  '403': ref('responses', 'Forbidden'),
  '429': ref('responses', 'TooManyRequests'),
  '503': ref('responses', 'Unavailable'),
};
const OF_A_LINE = { ...FAILURES, '404': ref('responses', 'NotFound'), '410': ref('responses', 'Gone') };

function answer(name: Answer, description: string, headers = {}) {
  const content = { 'application/json': { schema: ref('schemas', name), example: EXAMPLES[name] } };
  return { description, headers, content };
}

export const PATHS = {
  '/lines': {
    get: {
      operationId: 'listLines',
      tags: ['Reading'],
      summary: 'The lines of the account',
      description: 'Asked when a person adds a line, to choose one.',
      responses: { '200': answer('Lines', 'The lines that this sign-in may read.'), ...FAILURES },
    },
  },
  '/lines/{id}/balance': {
    get: {
      operationId: 'readBalance',
      tags: ['Reading'],
      summary: 'What a line holds now',
      description:
        'Asked every hour or so, for years: an answer that costs little when nothing has changed serves both sides. Send an `ETag` that depends on the figures alone and not on when they were measured.',
      parameters: [lineId, ref('parameters', 'IfNoneMatch')],
      responses: {
        '200': answer('Balance', 'The figures.', {
          ETag: ref('headers', 'ETag'),
          'Cache-Control': ref('headers', 'CacheControl'),
        }),
        '304': {
          description: 'Nothing has changed since the answer with that `ETag`. Counts as read.',
          headers: { 'Cache-Control': ref('headers', 'CacheControl') },
        },
        ...OF_A_LINE,
      },
    },
  },
  '/lines/{id}/offers': {
    get: {
      operationId: 'listOffers',
      tags: ['Topping up'],
      summary: 'What can be bought for a line',
      description:
        'Asked only when a person looks at the offers, and never kept: prices are the ones of now.',
      parameters: [lineId],
      responses: { '200': answer('Offers', 'The offers for this line.'), ...OF_A_LINE },
    },
  },
  '/lines/{id}/checkouts': {
    post: {
      operationId: 'openCheckout',
      tags: ['Topping up'],
      summary: 'Open a hosted checkout',
      description:
        'Opens a page of the carrier on which the person pays; nothing is bought by opening it. Card data and payment accounts never pass through the client. What the person is sent back to proves nothing: the client asks for the status instead.',
      parameters: [lineId, ref('parameters', 'IdempotencyKey')],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: ref('schemas', 'Order'), example: { offerId: 'of_plus' } } },
      },
      responses: {
        '201': answer('OpenedCheckout', 'The checkout is open.'),
        '409': ref('responses', 'Conflict'),
        '422': ref('responses', 'Refused'),
        ...OF_A_LINE,
      },
    },
  },
  '/checkouts/{id}': {
    get: {
      operationId: 'readCheckout',
      tags: ['Topping up'],
      summary: 'What became of a checkout',
      description:
        'Asked at growing intervals after a checkout was opened: 30 s, then 1, 2, 5 and 10 minutes, then with each balance. `paid` and `credited` are two states, as the balance may lag the payment.',
      parameters: [checkoutId],
      responses: { '200': answer('Checkout', 'Its state.'), ...OF_A_LINE },
    },
  },
  '/lines/{id}/top-ups': {
    get: {
      operationId: 'listTopUps',
      tags: ['Topping up'],
      summary: 'The receipts of a line',
      description: 'Paid top-ups, newest first, page by page.',
      parameters: [lineId, ref('parameters', 'Cursor')],
      responses: { '200': answer('TopUps', 'One page.'), ...OF_A_LINE },
    },
  },
  '/help': {
    get: {
      operationId: 'readHelp',
      tags: ['Help'],
      summary: 'Where a person finds help, and which hosts are the carrier’s own',
      description: 'Asked when a line is added and now and then afterwards.',
      responses: { '200': answer('Help', 'Support, pages and hosts.'), ...FAILURES },
    },
  },
};
