import type { LineId } from '../../sandbox/vocabulary.ts';
import { command } from './commands.ts';
import { LINE_NAMES } from './person.ts';
import type { Scene } from './scene.ts';

/**
 * Connects a line of the sandbox's carrier as the options page does, without its forms, and answers its id. The
 * payment addresses count as confirmed.
 */
export async function connect({ browser, sandbox, desk }: Scene, lineId: LineId): Promise<string> {
  await browser.grantHost(sandbox.url);
  const draft = {
    providerId: 'account-api',
    kind: lineId,
    name: LINE_NAMES[lineId],
    fields: { baseUrl: sandbox.baseUrl, line: lineId },
    secrets: { token: sandbox.demo.token },
    signInId: null,
    secretFrom: null,
  };
  const added = await command(desk, 'add-line', { draft, topUpUrl: null, confirmedHosts: [sandbox.host] });
  return added.lineId;
}
