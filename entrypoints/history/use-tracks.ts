import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { DAY, type Instant, toInstant, toMs } from '../../utils/domain/instant.ts';
import { type Track, trackOf } from '../../utils/domain/track.ts';
import type { HistoryDeps } from './page.ts';

/** So much of each line is read before anything is painted. */
const FIRST = 7 * DAY;

/** How far a line has been read. */
interface Known {
  track: Track;
  bad: number;
  whole: boolean;
}

export interface Tracks {
  /** of the lines that were asked for, in their order, as far as they have been read */
  tracks: readonly Track[];
  /** everything of every line that was asked for has been read */
  whole: boolean;
  /** rows that cannot be read */
  bad: number;
  /** the database cannot be read at present */
  trouble: boolean;
  /** Reads everything anew. */
  reload: () => void;
}

type Line = Pick<GlanceLine, 'id' | 'checkedAt'>;
type Reader = HistoryDeps['history'];

/** Reads a line's last days first; of a line that is known already, only what is new. */
async function readLine(history: Reader, line: Line, known: Known | undefined, now: Instant): Promise<Known> {
  const before = known?.track.samples ?? [];
  const from = before.at(-1)?.at ?? toInstant(toMs(now) - FIRST);
  const { samples, bad } = await history.since(line.id, from);
  const kept = before.filter(({ at }) => at < (samples[0]?.at ?? from));
  return {
    track: trackOf(line.id, [...kept, ...samples], line.checkedAt),
    bad: (known?.bad ?? 0) + bad,
    whole: known?.whole ?? false,
  };
}

async function readRest(history: Reader, line: Line, known: Known): Promise<Known> {
  const [first] = known.track.samples;
  if (known.whole || first === undefined) return { ...known, whole: true };
  const { samples, bad } = await history.before(line.id, first.at);
  const all = [...samples, ...known.track.samples];
  return { track: trackOf(line.id, all, line.checkedAt), bad: known.bad + bad, whole: true };
}

/** The history of lines: their last days at once, all of it soon after, and what is new whenever there is. */
export function useTracks(deps: Pick<HistoryDeps, 'history' | 'now'>, lines: readonly Line[]): Tracks {
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  const [trouble, setTrouble] = useState(false);
  const [tries, setTries] = useState(0);
  const latest = useRef(known);
  const asked = JSON.stringify(lines.map(({ id, checkedAt }) => ({ id, checkedAt })));
  useEffect(() => {
    let gone = false;
    const show = (parts: [string, Known][]) => {
      if (gone) return;
      latest.current = new Map([...latest.current, ...parts]);
      setKnown(latest.current);
    };
    const read = async () => {
      const all: Line[] = JSON.parse(asked);
      const now = deps.now();
      const last = await Promise.all(
        all.map(async (line) => ({
          line,
          part: await readLine(deps.history, line, latest.current.get(line.id), now),
        })),
      );
      show(last.map(({ line, part }) => [line.id, part]));
      if (!gone) setTrouble(false);
      const rest: [string, Known][] = [];
      // One after the other, so that the page stays free to answer the person.
      for (const { line, part } of last) rest.push([line.id, await readRest(deps.history, line, part)]);
      show(rest);
    };
    read().catch(() => !gone && setTrouble(true));
    return () => {
      gone = true;
    };
  }, [deps, asked, tries]);
  return useMemo(() => {
    const shown = (JSON.parse(asked) as Line[]).flatMap(({ id }) => known.get(id) ?? []);
    return {
      tracks: shown.map(({ track }) => track),
      whole: shown.length === lines.length && shown.every(({ whole }) => whole),
      bad: shown.reduce((sum, { bad }) => sum + bad, 0),
      trouble,
      reload: () => {
        latest.current = new Map();
        setTries((count) => count + 1);
      },
    };
  }, [known, asked, trouble, lines.length]);
}
