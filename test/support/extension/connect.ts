import type { browser as extensionApi } from 'wxt/browser';
import type { Draft } from '../../../utils/app/commands.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { hostPattern } from '../browsers/names.ts';
import { command } from './commands.ts';
import { LINE_NAMES } from './person.ts';
import type { Scene } from './scene.ts';

declare const browser: typeof extensionApi;

/**
 * Connects a line of the sandbox's carrier as the options page does, without its forms, and answers its id. The
 * payment addresses count as confirmed.
 */
export async function connect(scene: Scene, lineId: LineId): Promise<string> {
  const { sandbox, desk } = scene;
  const origins = [hostPattern(sandbox.url)];
  const granted = await desk.evaluate((asked) => browser.permissions.contains({ origins: asked }), origins);
  if (!granted) await scene.browser.grantHost(sandbox.url);
  const filled = { draft: draftOf(scene, lineId), topUpUrl: null, confirmedHosts: [sandbox.host] };
  return (await command(desk, 'add-line', filled)).lineId;
}

/** What the options page has gathered of a line when it is saved. */
export function draftOf({ sandbox }: Pick<Scene, 'sandbox'>, lineId: LineId): Draft {
  return {
    providerId: 'account-api',
    kind: lineId,
    name: LINE_NAMES[lineId],
    fields: { baseUrl: sandbox.baseUrl, line: lineId },
    secrets: { token: sandbox.demo.token },
    signInId: null,
    secretFrom: null,
  };
}
