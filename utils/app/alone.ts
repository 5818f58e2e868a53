import type { Line } from '../domain/line.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';

/**
 * Rows are read, changed and written back by one at a time: no change is lost, and nothing comes back of a line that
 * was removed meanwhile. `work` must never wait for a carrier or a person, nor call this again.
 */
export function alone<T>(deps: Pick<Deps, 'locks'>, work: () => Promise<T>): Promise<T> {
  return deps.locks.exclusive('rows', work);
}

/** Throws CommandFailure `gone`. */
export async function storedLine(deps: Pick<Deps, 'store'>, lineId: string): Promise<Line> {
  const line = await deps.store.line(lineId);
  if (!line) throw new CommandFailure({ kind: 'gone' });
  return line;
}

/** Changes a line as it stands at this moment; answers it as it is then. Throws CommandFailure `gone`. */
export function changeLine(
  deps: Pick<Deps, 'locks' | 'store'>,
  lineId: string,
  change: (line: Line) => Line,
): Promise<Line> {
  return alone(deps, async () => {
    const line = change(await storedLine(deps, lineId));
    await deps.store.putLine(line);
    return line;
  });
}
