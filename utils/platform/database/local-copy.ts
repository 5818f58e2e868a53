import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Glance, Notice } from '../../domain/glance.ts';
import { type Instant, toInstant } from '../../domain/instant.ts';
import { type Line, lineSchema } from '../../domain/line.ts';
import { instantSchema } from '../../domain/reading.ts';
import { rewriteLocal } from '../rewrite-local.ts';
import { isSnapshot, SNAPSHOT_KEY, type Snapshot, snapshotOf } from './snapshot.ts';

/*
 * What `storage.local` keeps of the database, so that the loss of either is noticed and mended from the other:
 * the lines (they hold no secrets) and the last glance.
 */

const LINES_KEY = 'lines';
const NOTICES_KEY = 'storageNotices';
const ERASING_KEY = 'erasing';
const KEYS = [LINES_KEY, SNAPSHOT_KEY, NOTICES_KEY, ERASING_KEY];

/** Losses that are told for a while after they happened. */
export type Loss = Extract<Notice, 'history-lost' | 'settings-lost'>;

const noticesSchema = z.object({
  'history-lost': z.optional(instantSchema),
  'settings-lost': z.optional(instantSchema),
});

export interface LocalFacts {
  /** null = there has never been a copy here, or it is lost */
  lines: Line[] | null;
  snapshot: Snapshot | null;
  losses: Partial<Record<Loss, Instant>>;
  /** everything was to be erased and that is not finished */
  erasing: boolean;
}

export interface LocalCopy {
  /** null = `storage.local` refuses */
  read(): Promise<LocalFacts | null>;
  putLines(lines: readonly Line[]): Promise<void>;
  putGlance(glance: Glance): Promise<void>;
  /** Tells of a loss from now on. */
  tell(loss: Loss): Promise<void>;
  /** Tells of it no more. */
  untell(loss: Loss): Promise<void>;
  /** Everything here goes at once, with a note that the database is to follow. */
  beginErasing(): Promise<void>;
  endErasing(): Promise<void>;
}

/** A refused write is no failure of what it copies; it shows at the next `read`. */
export function createLocalCopy(now: () => number): LocalCopy {
  const area = () => browser.storage.local;
  const set = (key: string, value: unknown) =>
    area()
      .set({ [key]: value })
      .catch(() => undefined);
  const read = async (): Promise<LocalFacts | null> => {
    try {
      return factsOf(await area().get(KEYS));
    } catch {
      return null;
    }
  };
  return {
    read,
    putLines: (lines) => set(LINES_KEY, lines),
    putGlance: (glance) => set(SNAPSHOT_KEY, snapshotOf(glance)),
    tell: async (loss) => set(NOTICES_KEY, { ...(await read())?.losses, [loss]: toInstant(now()) }),
    untell: async (loss) => {
      const { [loss]: _told, ...losses } = (await read())?.losses ?? {};
      await set(NOTICES_KEY, losses);
    },
    beginErasing: () =>
      area().set({ [LINES_KEY]: [], [SNAPSHOT_KEY]: null, [NOTICES_KEY]: {}, [ERASING_KEY]: true }),
    endErasing: async () => {
      await set(ERASING_KEY, false);
      await rewriteLocal().catch(() => undefined);
    },
  };
}

function factsOf(stored: Record<string, unknown>): LocalFacts {
  const lines = stored[LINES_KEY];
  const snapshot = stored[SNAPSHOT_KEY];
  const losses = noticesSchema.safeParse(stored[NOTICES_KEY]);
  return {
    lines: Array.isArray(lines) ? lines.flatMap(readLine) : null,
    snapshot: isSnapshot(snapshot) ? snapshot : null,
    losses: losses.success ? losses.data : {},
    erasing: stored[ERASING_KEY] === true,
  };
}

function readLine(row: unknown): Line[] {
  const parsed = lineSchema.safeParse(row);
  return parsed.success ? [parsed.data] : [];
}
