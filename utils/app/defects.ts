import { type Deps, nowOf } from './deps.ts';

const DEFECTS = 'defects';
const MOST = 20;

/** What went wrong where nobody waits for an answer. Only its name is kept: a message could quote what a carrier said. */
export async function keepDefect(deps: Pick<Deps, 'clock' | 'session'>, name: string): Promise<void> {
  const kept = await defects(deps);
  await deps.session.set(DEFECTS, [...kept, { at: nowOf(deps), name }].slice(-MOST));
}

/** The latest ones since the browser started, oldest first, for diagnostics. */
export async function defects({ session }: Pick<Deps, 'session'>): Promise<unknown[]> {
  const kept = await session.get(DEFECTS);
  return Array.isArray(kept) ? kept : [];
}
