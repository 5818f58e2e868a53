import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { byName } from '../domain/by-name.ts';
import { defaultSettings, type Settings, settingsSchema } from '../domain/settings.ts';

const KEY = 'settings';

export interface KeptSettings {
  /** Never rejects: what is missing or cannot be read is replaced by its default, field by field. */
  get(): Promise<Settings>;
  put(settings: Settings): Promise<void>;
}

export interface SettingsOptions {
  /** 0 <= n < 1, drawn once for the phase of this install */
  random(): number;
}

/** Settings in `storage.local`. */
export function createSettingsStore({ random }: SettingsOptions): KeptSettings {
  let phase: number | null = null;
  const get = async (): Promise<Settings> => {
    const stored = await read();
    if (stored && settingsSchema.shape.phase.safeParse(stored.phase).success) return mended(stored, 0);
    phase ??= random();
    const settings = mended(stored ?? {}, phase);
    // Written only over what was read, so that a refused read does not cost the person what stands there.
    if (stored) await put(settings).catch(() => undefined);
    return settings;
  };
  const put = (settings: Settings) => browser.storage.local.set({ [KEY]: settings });
  return { get, put };
}

/** null = `storage.local` itself refuses. */
async function read(): Promise<Record<string, unknown> | null> {
  try {
    const record = byName(z.unknown()).safeParse((await browser.storage.local.get(KEY))[KEY]);
    return record.success ? record.data : {};
  } catch {
    return null;
  }
}

function mended(stored: Record<string, unknown>, phase: number): Settings {
  const entries = Object.entries(settingsSchema.shape).map(([name, schema]) => [
    name,
    schema.safeParse(stored[name]),
  ]) as [string, { success: boolean; data: unknown }][];
  const good = entries.filter(([, parsed]) => parsed.success).map(([name, parsed]) => [name, parsed.data]);
  return { ...defaultSettings(phase), ...Object.fromEntries(good) };
}
