import type { HistoryDeps } from '../../entrypoints/history/page.ts';
import type { CommandName } from '../../utils/app/commands.ts';
import type { Glance, GlanceLine } from '../../utils/domain/glance.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { GB, glanceOf, MB, NOW } from './glances.ts';
import { aSample } from './records.ts';
import { seededRandom } from './seeded-random.ts';

/* The history page's outside, made up. */

export interface MadeUpHistory {
  days: number;
  seed?: number;
  /** bytes a day, about */
  daily?: number;
  total?: number;
  /** days back, between which nobody looked */
  gap?: [number, number];
  /** days between resets */
  period?: number;
}

/** Hours of waking and sleeping people. */
const BY_HOUR = [1, 0, 0, 0, 0, 0, 1, 3, 4, 3, 3, 4, 6, 4, 3, 3, 4, 5, 7, 9, 10, 8, 5, 2];
const WHOLE_DAY = BY_HOUR.reduce((sum, share) => sum + share, 0);

/** The rows of a line up to now, as dense as the extension keeps them. */
export function madeUpHistory(lineId: string, options: MadeUpHistory): Sample[] {
  const { days, seed = 7, daily = 330 * MB, total = 10 * GB, gap, period = 30 } = options;
  const random = seededRandom(seed);
  const now = toMs(NOW);
  const samples: Sample[] = [];
  let remaining = total;
  let afterGap = false;
  for (let back = days; back >= 0; back -= 1) {
    const mood = 0.4 + random() * 1.4;
    const step = back > 90 ? 24 : 1;
    for (let hour = 24 - step; hour >= 0; hour -= step) {
      const at = now - back * DAY - hour * HOUR;
      if (gap && back <= gap[0] && back > gap[1]) {
        afterGap = true;
        continue;
      }
      const share = step === 24 ? 1 : (BY_HOUR[new Date(at).getUTCHours()] ?? 0) / WHOLE_DAY;
      const spent = Math.round(daily * mood * share * (0.6 + 0.8 * random()));
      const reset = back % period === 12 && hour === 0;
      const toppedUp = !reset && remaining - spent < 0.08 * total;
      if (spent === 0 && !reset) continue;
      remaining = reset ? total - spent : Math.max(0, remaining - spent) + (toppedUp ? total / 4 : 0);
      const mark = afterGap ? 'gap' : reset ? 'reset' : toppedUp ? 'top-up' : null;
      const grain = back > 90 ? 'day' : back > 7 ? 'hour' : 'raw';
      const row = { lineId, remaining, used: total - remaining, total, grain, mark } as const;
      samples.push(
        aSample(toInstant(at), { ...row, spent: afterGap || samples.length === 0 ? null : spent }),
      );
      afterGap = false;
    }
  }
  return samples;
}

export interface HistoryWorldOptions {
  lines: GlanceLine[];
  samples: Sample[];
  glance?: Partial<Glance>;
  bad?: number;
  trouble?: boolean;
  /** no glance can be read when the page opens */
  late?: boolean;
  answers?: Partial<Record<CommandName, unknown>>;
}

export interface HistoryWorld {
  deps: HistoryDeps;
  glance: Glance;
  asked: { name: CommandName; input: unknown }[];
  saved: { name: string; text: string }[];
  remembered: string[];
  /** what is stored; may be changed */
  stored: { samples: Sample[]; trouble: boolean };
  /** The background wrote the glance anew. */
  changed(): void;
}

/** Answers from what is stored; a command that is not answered succeeds with nothing. */
export function historyWorld(options: HistoryWorldOptions): HistoryWorld {
  const listeners = new Set<() => void>();
  const stored = { samples: options.samples, trouble: options.trouble ?? false };
  const world: Omit<HistoryWorld, 'deps'> = {
    glance: glanceOf(options.lines, options.glance),
    asked: [],
    saved: [],
    remembered: [],
    stored,
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
  const rowsOf = async (lineId: string) => {
    if (stored.trouble) throw new DOMException('closed', 'InvalidStateError');
    return stored.samples.filter((sample) => sample.lineId === lineId);
  };
  const ask = async (name: CommandName, input: unknown): Promise<unknown> => {
    world.asked.push({ name, input });
    return options.answers?.[name] ?? { ok: true, value: null };
  };
  const deps: HistoryDeps = {
    ask: ask as HistoryDeps['ask'],
    readGlance: async () => structuredClone(world.glance),
    onGlanceChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    history: {
      since: async (lineId, from) => {
        const rows = await rowsOf(lineId);
        const begin = rows.findIndex(({ at }) => at >= from);
        return { samples: begin < 0 ? rows.slice(-1) : rows.slice(Math.max(0, begin - 1)), bad: 0 };
      },
      before: async (lineId, until) => {
        const rows = await rowsOf(lineId);
        return { samples: rows.filter(({ at }) => at < until), bad: options.bad ?? 0 };
      },
    },
    now: () => NOW,
    saveText: (name, text) => world.saved.push({ name, text }),
    remember: (query) => world.remembered.push(query),
  };
  return { ...world, deps };
}
