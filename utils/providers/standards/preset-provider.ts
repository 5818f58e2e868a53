import type { Http, Provider, ProviderLine } from '../contract.ts';
import type { Preset, PresetSignIn } from '../presets/preset.ts';
import { addressUnder } from './addresses.ts';
import { parseAnswer } from './answer.ts';
import { askToken, basic, filled, tokenAnswer } from './client-credentials.ts';
import { presetDeclaration } from './preset-declaration.ts';
import { withToken } from './session-token.ts';

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
      return context.readApart({
        reads: 'preset',
        preset: preset.id,
        line: filled(line, preset.line),
        answer,
      });
    },
  };
}

function keyOf(signIn: Exclude<PresetSignIn, { by: 'client' }>, line: ProviderLine): string {
  if (signIn.by === 'bearer') return `Bearer ${filled(line, 'token')}`;
  const key = filled(line, 'apiKey');
  return signIn.user === undefined ? key : basic(signIn.user, key);
}

async function newToken(
  { tokenUrl, basic: asBasic }: Extract<PresetSignIn, { by: 'client' }>,
  line: ProviderLine,
  http: Http,
): Promise<string> {
  return parseAnswer(tokenAnswer, await askToken(line, http, tokenUrl, asBasic)).access_token;
}

/** The address with the line's id in its place, which no id can leave. */
function addressOf({ url, line: name }: Preset, line: ProviderLine): string {
  const [before = '', after = ''] = url.split(`/{${name}}`);
  return addressUnder(new URL(before), filled(line, name), ...after.split('/').filter(Boolean)).href;
}
