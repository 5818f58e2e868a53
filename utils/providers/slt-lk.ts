import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type { Declaration, Http, HttpRequest, Provider, ProviderLine } from './contract.ts';
import { parseAnswer, text } from './standards/answer.ts';
import { toldFailure } from './standards/envelopes.ts';
import { KEY } from './standards/esim-fields.ts';
import { field } from './standards/fields.ts';
import { ownHosts } from './standards/help.ts';
import { isRecord } from './standards/loose.ts';
import { logIn, withToken } from './standards/session-token.ts';

const ORIGIN = 'https://omniscapp.slt.lk';
const API = `${ORIGIN}/slt/ext/api`;

const loginAnswer = z.object({ accessToken: text });
/** Words by which a failed login tells that the name or the password was wrong, not the carrier. */
const REFUSED = /passw|user|credential|invalid|incorrect|log.?in|denied|auth|lock/i;

/** Sri Lanka Telecom, as its account page MySLT asks it. */
export const sltLkDeclaration: Declaration = {
  id: 'slt-lk',
  name: 'SLT-Mobitel (Sri Lanka)',
  keywords: [
    'Sri Lanka Telecom',
    'MySLT',
    'SLT',
    'Mobitel',
    'ශ්‍රී ලංකා',
    '斯里兰卡电信',
    '斯里蘭卡電信',
    '斯里兰卡',
    '斯里蘭卡',
  ],
  defaultKind: 'data-card',
  signIn: 'password',
  fields: [
    field({ name: 'username', label: 'fieldUsernameLabel', help: 'fieldSltUsernameHelp' }),
    field({ name: 'password', label: 'fieldPasswordLabel', secret: true }),
    field({
      name: 'subscriberId',
      label: 'fieldSubscriberIdLabel',
      help: 'fieldSltSubscriberIdHelp',
      example: '94112000000',
    }),
    field({ name: 'clientId', label: 'fieldClientIdLabel', help: 'fieldSltClientIdHelp', pattern: KEY }),
  ],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 0,
  experimental: true,
  spendsMoney: false,
  hostPatterns: [`${ORIGIN}/*`],
  origins: () => [ORIGIN],
  staticHelp: ownHosts('www.slt.lk', 'myslt.slt.lk', 'omniscapp.slt.lk'),
};

export const sltLk: Provider = {
  ...sltLkDeclaration,
  read: async (line, context) => {
    // A password is never sent twice in one poll.
    const source = { signIn: () => login(line, context.http), evenIfNew: false };
    const answer = await withToken(context, source, (token) => usage(line, context.http, token));
    return context.readApart({ reads: 'slt-lk', answer });
  },
};

async function login(line: ProviderLine, http: Http): Promise<string> {
  const form = { username: line.username?.trim() ?? '', password: line.password ?? '', channelID: 'WEB' };
  const told = await logIn(http, { ...requestOf(line, `${API}/Account/Login`), form });
  refuseGateway(told);
  const { accessToken } = parseAnswer(loginAnswer, told);
  if (accessToken === null && isFailed(told) && !REFUSED.test(JSON.stringify(told))) throw failed();
  if (accessToken === null) throw new Failure('signed-out', 'a login without a token');
  return accessToken;
}

async function usage(line: ProviderLine, http: Http, token: string): Promise<unknown> {
  const query = new URLSearchParams({ subscriberID: line.subscriberId?.trim() ?? '' });
  const request = requestOf(line, `${API}/BBVAS/UsageSummary?${query}`);
  const headers = { ...request.headers, authorization: `bearer ${token}` };
  const answer = (await http.request({ ...request, headers })).json();
  refuseGateway(answer);
  if (isFailed(answer)) throw failed();
  return answer;
}

function isFailed(answer: unknown): boolean {
  return isRecord(answer) && String(answer.isSuccess).toLowerCase() === 'false';
}

function failed(): Failure {
  return new Failure('carrier-down', 'isSuccess false');
}

function requestOf(line: ProviderLine, url: string): HttpRequest {
  return { url, headers: { accept: 'application/json', 'x-ibm-client-id': line.clientId?.trim() ?? '' } };
}

/** Before the carrier stands a gateway, which answers in a shape of its own. */
function refuseGateway(answer: unknown): void {
  if (!isRecord(answer)) return;
  const { httpCode, statusCode, httpMessage, moreInformation } = answer;
  const told = [httpCode, statusCode, httpMessage, moreInformation].some((part) => part !== undefined);
  if (told) throw toldFailure(httpCode ?? statusCode);
}
