import type { Outcome } from '../../components/options/outcome.ts';
import type { CommandInput, CommandName, CommandReply } from '../../utils/app/commands.ts';
import type { Page } from './page.ts';

/** Asks for something and shows what changed. Answers what is wrong, in words; null = it is done. */
export async function askFor<N extends CommandName>(
  page: Page,
  name: N,
  input: CommandInput<N>,
): Promise<Outcome> {
  const reply = await page.deps.ask(name, input);
  if (reply.ok) await page.refresh();
  return wordsOf(page, reply);
}

export function wordsOf<N extends CommandName>(page: Page, reply: CommandReply<N>): Outcome {
  return reply.ok ? null : page.sentence(reply.error);
}
