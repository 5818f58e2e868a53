import type { browser as extensionApi } from 'wxt/browser';
import type { CommandInput, CommandName, CommandOutput, CommandReply } from '../../../utils/app/commands.ts';
import type { Glance, GlanceLine } from '../../../utils/domain/glance.ts';
import { MESSAGE_VERSION } from '../../../utils/domain/versions.ts';
import type { Browser, Page } from '../browsers/contract.ts';

declare const browser: typeof extensionApi;
interface Simulated {
  simulateTime?(instant: string): Promise<void>;
}

/** Asks the background as a page of the extension does. Rejects with the error that the page would show. */
export async function command<N extends CommandName>(
  from: Page,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput[N]> {
  const send = (envelope: object) => browser.runtime.sendMessage(envelope);
  const reply = (await from.evaluate(send, { v: MESSAGE_VERSION, name, input })) as CommandReply<N>;
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

/** The finished answer for all lines, as the snapshot beside the database has it; null = none yet. */
export async function glance(on: Browser): Promise<Glance | null> {
  const read = async () => (await browser.storage.local.get('glance')).glance;
  const stored = (await on.background(read)) as { glance: Glance } | undefined | null;
  return stored?.glance ?? null;
}

/** Sets the clock of the end-to-end build in the background and in every page that opens from now on. */
export async function simulateTime(on: Browser, instant: string): Promise<void> {
  await on.background(async (at) => {
    const { simulateTime } = globalThis as Simulated;
    if (simulateTime === undefined) throw new Error('this build has no clock that can be set');
    await simulateTime(at);
  }, instant);
}

/** What a line is at present; rejects when there is no such line. */
export async function lineNow(on: Browser, id: string): Promise<GlanceLine> {
  const line = (await glance(on))?.lines.find((each) => each.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}
