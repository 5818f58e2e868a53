import type * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type {
  Declaration,
  HttpAnswer,
  HttpRequest,
  Provider,
  ProviderLine,
  ReadContext,
} from './contract.ts';
import { FieldError } from './contract.ts';
import { choicesOf, helpAnswer, helpOf, linesAnswer } from './standards/account-api-account.ts';
import { balanceAnswer, readingOf } from './standards/account-api-balance.ts';
import {
  checkoutAnswer,
  checkoutOf,
  offersAnswer,
  offersOf,
  openedAnswer,
  topUpsAnswer,
} from './standards/account-api-shop.ts';
import { addressUnder, baseAddress, isLoopback } from './standards/addresses.ts';
import { parseAnswer } from './standards/answer.ts';
import { field } from './standards/fields.ts';

/** What may stand after `Bearer` in a header: visible ASCII. */
const TOKEN = /^[\x21-\x7e]*$/;

/** The project's own contract for carriers, docs/account-api.yaml. */
export const accountApiDeclaration: Declaration = {
  id: 'account-api',
  name: 'Account API',
  keywords: ['Data Balance', 'sandbox', 'account API', 'REST', 'OAuth'],
  defaultKind: 'phone',
  signIn: 'oauth-or-token',
  fields: [
    field({
      name: 'baseUrl',
      label: 'fieldBaseUrlLabel',
      help: 'fieldBaseUrlHelp',
      example: 'https://api.carrier.example/v1',
      input: 'url',
    }),
    field({ name: 'token', label: 'fieldTokenLabel', help: 'fieldTokenHelp', secret: true, required: false }),
    field({ name: 'line', label: 'fieldLineLabel', help: 'fieldLineHelp' }),
  ],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'],

  origins(line) {
    const { origin } = baseOf(line);
    if (!TOKEN.test(tokenOf(line))) throw new FieldError('token', 'malformed');
    if (/^\.{1,2}$/.test(lineOf(line))) throw new FieldError('line', 'malformed');
    return [origin];
  },

  oauth: (line) => ({ issuer: baseOf(line).origin, clientId: 'data-balance', scope: '' }),
  listsLines: true,
  opensCheckouts: true,
};

export const accountApi: Provider = {
  ...accountApiDeclaration,
  async read(line, context) {
    const answer = await request(line, context, ['lines', lineOf(line), 'balance'], { conditional: true });
    const told = parseAnswer(balanceAnswer, answer.json());
    // The poll hint of this contract is max-age.
    const hinted = { ...told, nextPollAt: told.nextPollAt ?? answer.freshUntil() };
    return readingOf(hinted, lineOf(line), context.now);
  },

  async lines(line, context) {
    return choicesOf(await ask(line, context, linesAnswer, ['lines']));
  },

  async help(line, context) {
    return helpOf(await ask(line, context, helpAnswer, ['help']), isLoopback(baseOf(line).hostname));
  },

  topUps: {
    async offers(line, context) {
      return offersOf(await ask(line, context, offersAnswer, ['lines', lineOf(line), 'offers']));
    },

    open: (line, context, order, idempotencyKey) =>
      ask(line, context, openedAnswer, ['lines', lineOf(line), 'checkouts'], {
        method: 'POST',
        headers: { 'idempotency-key': idempotencyKey },
        json: order,
      }),

    async status(line, context, checkoutId) {
      const checkout = checkoutOf(await ask(line, context, checkoutAnswer, ['checkouts', checkoutId]));
      if (checkout.id !== checkoutId)
        throw new Failure('unreadable', 'another checkout than the one asked for');
      return checkout;
    },

    async receipts(line, context, cursor) {
      const query = cursor === null ? undefined : { cursor };
      const { topUps, next } = await ask(line, context, topUpsAnswer, ['lines', lineOf(line), 'top-ups'], {
        query,
      });
      return { topUps: topUps.map(checkoutOf), next };
    },
  },
};

type Extra = Omit<HttpRequest, 'url'> & { query?: Record<string, string> };

/** One request of the contract, its answer as its schema has it. Throws Failure, or NotModified. */
async function ask<S extends z.ZodMiniType>(
  line: ProviderLine,
  context: ReadContext,
  schema: S,
  path: string[],
  extra?: Extra,
): Promise<z.infer<S>> {
  return parseAnswer(schema, (await request(line, context, path, extra)).json());
}

function request(
  line: ProviderLine,
  { http }: ReadContext,
  path: string[],
  { query, headers, ...extra }: Extra = {},
): Promise<HttpAnswer> {
  const url = addressUnder(baseOf(line), ...path);
  if (query) url.search = new URLSearchParams(query).toString();
  const authorization = `Bearer ${tokenOf(line)}`;
  const all = { accept: 'application/json', authorization, ...headers };
  return http.request({ ...extra, url: url.href, headers: all });
}

function baseOf(line: ProviderLine): URL {
  return baseAddress(line.baseUrl, 'baseUrl');
}

function tokenOf(line: ProviderLine): string {
  return line.token?.trim() ?? '';
}

function lineOf(line: ProviderLine): string {
  return line.line?.trim() ?? '';
}
