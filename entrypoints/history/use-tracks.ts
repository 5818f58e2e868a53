import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { DAY, type Instant, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { type Track, trackOf } from '../../utils/domain/track.ts';
import type { HistoryDeps } from './page.ts';

/** So much of each line is read before anything is painted. */
const FIRST = 7 * DAY;

/** How far a line has been read. */
interface Known {
  samples: Sample[];
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

type Lines = readonly Pick<GlanceLine, 'id' | 'checkedAt'>[];

/** Reads a line's last days first and the rest later; a line that is known already, only what is new. */
async function readLine(
  history: HistoryDeps['history'],
  lineId: string,
  known: Known | undefined,
  now: Instant,
): Promise<Known> {
  const newest = known?.samples.at(-1)?.at ?? toInstant(toMs(now) - FIRST);
  const { samples, bad } = await history.since(lineId, newest);
  const kept = (known?.samples ?? []).filter(({ at }) => at < (samples[0]?.at ?? newest));
  return { samples: [...kept, ...samples], bad: (known?.bad ?? 0) + bad, whole: known?.whole ?? false };
}

async function readRest(history: HistoryDeps['history'], lineId: string, known: Known): Promise<Known> {
  if (known.whole) return known;
  const first = known.samples[0]?.at;
  if (first === undefined) return { ...known, whole: true };
  const { samples, bad } = await history.before(lineId, first);
  return { samples: [...samples, ...known.samples], bad: known.bad + bad, whole: true };
}

/** The history of lines: their last days at once, all of it soon after, and what is new whenever there is. */
export function useTracks(deps: Pick<HistoryDeps, 'history' | 'now'>, lines: Lines): Tracks {
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  const [trouble, setTrouble] = useState(false);
  const [tries, setTries] = useState(0);
  const latest = useRef(known);
  const asked = JSON.stringify(lines.map(({ id, checkedAt }) => [id, checkedAt]));
  useEffect(() => {
    let gone = false;
    const show = (parts: [string, Known][]) => {
      if (gone) return;
      latest.current = new Map([...latest.current, ...parts]);
      setKnown(latest.current);
    };
    const read = async () => {
      const ids = (JSON.parse(asked) as [string][]).map(([id]) => id);
      const now = deps.now();
      const parts = await Promise.all(
        ids.map(async (id): Promise<[string, Known]> => {
          return [id, await readLine(deps.history, id, latest.current.get(id), now)];
        }),
      );
      show(parts);
      if (!gone) setTrouble(false);
      for (const [id, part] of parts) {
        if (gone) return;
        if (!part.whole) show([[id, await readRest(deps.history, id, part)]]);
      }
    };
    read().catch(() => !gone && setTrouble(true));
    return () => {
      gone = true;
    };
  }, [deps, asked, tries]);
  return useMemo(() => {
    const shown = (JSON.parse(asked) as [string, Instant | null][]).flatMap(([id, checkedAt]) => {
      const part = known.get(id);
      return part ? [{ part, track: trackOf(id, part.samples, checkedAt) }] : [];
    });
    return {
      tracks: shown.map(({ track }) => track),
      whole: shown.length === lines.length && shown.every(({ part }) => part.whole),
      bad: shown.reduce((sum, { part }) => sum + part.bad, 0),
      trouble,
      reload: () => {
        latest.current = new Map();
        setTries((count) => count + 1);
      },
    };
  }, [known, asked, trouble, lines.length]);
}
