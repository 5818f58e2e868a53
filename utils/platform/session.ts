import { browser } from 'wxt/browser';

/** Values kept as long as the browser runs, never on disk. Lost at any time: a cache, not a record. */
export interface SessionStore {
  /** undefined = nothing kept under that key */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  removeAll(): Promise<void>;
  /** What a provider keeps between two polls of a line. */
  memory(lineId: string): LineMemory;
  /** Everything that was kept by `memory` of that line goes. */
  forgetLine(lineId: string): Promise<void>;
}

export interface LineMemory {
  get(key: string): Promise<string | null>;
  /** null = forget it */
  set(key: string, value: string | null): Promise<void>;
}

/** The part of `storage.session` that is used; the same shape is kept in memory where it is absent. */
interface Area {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const prefixOf = (lineId: string) => `memory:${lineId}:`;

export function createSession(): SessionStore {
  const area: Area = browser.storage.session ?? standIn();
  const get: SessionStore['get'] = async (key) => (await area.get(key))[key] ?? undefined;
  const keys = async (prefix: string) =>
    Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix));
  return {
    get,
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
    removeAll: async () => area.remove(await keys('')),
    memory: (lineId) => ({
      get: async (key) => {
        const value = await get(prefixOf(lineId) + key);
        return typeof value === 'string' ? value : null;
      },
      set: (key, value) => {
        const name = prefixOf(lineId) + key;
        return value === null ? area.remove(name) : area.set({ [name]: value });
      },
    }),
    forgetLine: async (lineId) => area.remove(await keys(prefixOf(lineId))),
  };
}

function standIn(): Area {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => Object.fromEntries([...kept].filter(([name]) => key === null || name === key)),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
  };
}
