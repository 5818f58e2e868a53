import type { MessageKey } from '../../domain/words.ts';
import type { Field, Http, HttpAnswer, HttpRequest, ProviderLine } from '../contract.ts';
import { addressUnder, baseAddress } from './addresses.ts';
import { field } from './fields.ts';

/** What may stand after `Bearer` in a header: visible ASCII. */
const TOKEN = '[\\x21-\\x7e]+';

/** The form of a TM Forum API: its address, a token, and the line where the account has several. */
export function tmfFields(example: string, help: { baseUrl: MessageKey; line: MessageKey }): Field[] {
  return [
    field({ name: 'baseUrl', label: 'fieldBaseUrlLabel', help: help.baseUrl, example, input: 'url' }),
    field({
      name: 'token',
      label: 'fieldTokenLabel',
      help: 'fieldTmfTokenHelp',
      secret: true,
      pattern: TOKEN,
    }),
    field({ name: 'line', label: 'fieldLineLabel', help: help.line, required: false }),
  ];
}

export function tmfBase(line: ProviderLine): URL {
  return baseAddress(line.baseUrl, 'baseUrl');
}

/** The id of the line at the carrier; empty = the account has but one. */
export function tmfLine(line: ProviderLine): string {
  return line.line?.trim() ?? '';
}

/**
 * One request below the line's base address; `byLine` is the query field that takes the line's id. A status of 400
 * and above is handed over. Throws Failure.
 */
export function tmfRequest(
  http: Http,
  line: ProviderLine,
  path: string,
  { byLine, ...extra }: Omit<HttpRequest, 'url'> & { byLine?: string },
): Promise<HttpAnswer> {
  const url = addressUnder(tmfBase(line), path);
  if (byLine && tmfLine(line) !== '') url.searchParams.set(byLine, tmfLine(line));
  const headers = { accept: 'application/json', authorization: `Bearer ${line.token?.trim() ?? ''}` };
  return http.request({ ...extra, url: url.href, headers, readsErrors: true });
}

/** What an answer holds. Throws the Failure of a status of 400 and above, and of what is no JSON. */
export function tmfJson(answer: HttpAnswer): unknown {
  if (answer.status >= 400) throw answer.failure();
  return answer.json();
}
