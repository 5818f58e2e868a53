import { Failure } from '../domain/failure.ts';
import type { Help } from '../domain/offers.ts';
import type { LineChoice } from '../providers/contract.ts';
import { type Access, fetchFrom } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Draft, TriedLine } from './commands.ts';
import type { Deps } from './deps.ts';
import { checkDraft } from './draft.ts';

/** The lines of the account behind a draft; empty where the provider knows only one. */
export async function listLines(deps: Deps, draft: Draft): Promise<LineChoice[]> {
  const { access, provider } = await checkDraft(deps, draft, ['line']);
  if (!provider.lines) return [];
  return fetchFrom(deps, access, async (p, values, context) => (await p.lines?.(values, context)) ?? []);
}

/** One live reading for a draft; nothing is stored. */
export async function tryLine(deps: Deps, draft: Draft): Promise<TriedLine> {
  const { access } = await checkDraft(deps, draft);
  const reading = await fetchFrom(deps, access, (p, values, context) => p.read(values, context));
  return { reading, help: await helpFrom(deps, access), origins: [...access.origins] };
}

/** What the endpoint behind a draft answers, for a person to look at; nothing is stored. */
export async function sampleOf(deps: Deps, draft: Draft): Promise<string> {
  const { access } = await checkDraft(deps, draft, ['mapping']);
  return fetchFrom(deps, access, async (p, values, context) => {
    if (!p.sample) throw new Failure('unreadable', 'no answer to look at');
    return p.sample(values, context);
  });
}

/** Where help is found; null = not told now. A carrier that fails here is no reason not to add its line. */
export async function helpFrom(deps: Deps, access: Access): Promise<Help | null> {
  const { provider } = access;
  if (!provider.help) return provider.staticHelp ?? null;
  try {
    return await fetchFrom(deps, access, async (p, values, context) => {
      if (!p.help) throw new Failure('unreadable', 'no help');
      return p.help(values, context);
    });
  } catch (error) {
    const waits = error instanceof CommandFailure && error.reply.kind === 'not-before';
    if (error instanceof Failure || waits) return null;
    throw error;
  }
}
