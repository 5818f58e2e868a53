import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { Http, Provider, ProviderLine } from '../contract.ts';
import type { Preset, PresetSignIn } from '../presets/preset.ts';
import { addressUnder } from './addresses.ts';
import { parseAnswer } from './answer.ts';
import { presetDeclaration } from './preset-declaration.ts';
import { refusedLogin, withToken } from './session-token.ts';

const tokenAnswer = z.object({ access_token: z.string().check(z.minLength(1)) });

/** The provider that a preset is. */
export function presetProvider(preset: Preset): Provider {
  const { signIn } = preset;
  return {
    ...presetDeclaration(preset),
    async read(line, context) {
      const ask = async (authorization: string) => {
        const headers = { accept: 'application/json', authorization };
        const request = { url: addressOf(preset, line), headers, conditional: true };
        return (await context.http.request(request)).json();
      };
      const answer =
        signIn.by === 'client'
          ? await withToken(
              context,
              { signIn: () => newToken(signIn, line, context.http), evenIfNew: false },
              (token) => ask(`Bearer ${token}`),
            )
          : await ask(keyOf(signIn, line));
      return context.readApart({ reads: 'preset', preset: preset.id, answer });
    },
  };
}

function keyOf(signIn: Exclude<PresetSignIn, { by: 'client' }>, line: ProviderLine): string {
  if (signIn.by === 'bearer') return `Bearer ${told(line, 'token')}`;
  const key = told(line, 'apiKey');
  return signIn.user === undefined ? key : basic(signIn.user, key);
}

async function newToken(
  { tokenUrl, basic: asBasic }: Extract<PresetSignIn, { by: 'client' }>,
  line: ProviderLine,
  http: Http,
): Promise<string> {
  const [id, secret] = [told(line, 'clientId'), told(line, 'clientSecret')];
  const grant = { grant_type: 'client_credentials' };
  const accept = { accept: 'application/json' };
  const answer = await http.request({
    method: 'POST',
    url: tokenUrl,
    readsErrors: true,
    ...(asBasic
      ? { headers: { ...accept, authorization: basic(id, secret) }, json: grant }
      : { headers: accept, form: { ...grant, client_id: id, client_secret: secret } }),
  });
  if (answer.status >= 400) throw refusedLogin(answer);
  return parseAnswer(tokenAnswer, answer.json()).access_token;
}

/** The address with the line's id in its place, which no id can leave. */
function addressOf({ url, line: name }: Preset, line: ProviderLine): string {
  const [before = '', after = ''] = url.split(`/{${name}}`);
  const filled = addressUnder(new URL(before), told(line, name), ...after.split('/').filter(Boolean));
  if (!filled) throw new Failure('line-gone', 'an id that no address can hold');
  return filled.href;
}

function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`;
}

function told(line: ProviderLine, name: string): string {
  return line[name]?.trim() ?? '';
}
