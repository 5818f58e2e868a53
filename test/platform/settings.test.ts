import fc from 'fast-check';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SettingsStore } from '../../utils/app/ports.ts';
import { defaultSettings, type Settings, settingsSchema } from '../../utils/domain/settings.ts';
import { createSettingsStore, type KeptSettings } from '../../utils/platform/settings.ts';

const { local } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
});

/** Draws 0.1, 0.2, 0.3 ... */
const draws = () => {
  let drawn = 0;
  return () => ++drawn / 10;
};

describe('settings', () => {
  it('fit what the use cases ask for', () => {
    expectTypeOf<KeptSettings>().toExtend<SettingsStore>();
  });

  it('begin with the defaults and a phase that is drawn once for the install', async () => {
    const random = draws();
    const store = createSettingsStore({ random });
    const both = await Promise.all([store.get(), store.get()]);
    expect(both).toEqual([defaultSettings(0.1), defaultSettings(0.1)]);
    expect(await createSettingsStore({ random }).get()).toEqual(defaultSettings(0.1));
  });

  it('stay as they were put', async () => {
    const settings: Settings = {
      ...defaultSettings(0.7),
      units: 'binary',
      theme: 'dark',
      badge: 'days',
      quietHours: { from: '22:00', to: '07:00' },
    };
    const store = createSettingsStore({ random: draws() });
    await store.put(settings);
    expect(await store.get()).toEqual(settings);
  });

  it('lose only the fields that cannot be read', async () => {
    await local.set({ settings: { ...defaultSettings(0.7), units: 'stone', badge: 'days', quietHours: 5 } });
    expect(await createSettingsStore({ random: draws() }).get()).toEqual({
      ...defaultSettings(0.7),
      badge: 'days',
    });
  });

  it('can be read whatever JSON stands in their place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ phase: fc.jsonValue(), theme: fc.jsonValue(), v: fc.jsonValue() }),
        ),
        async (stored) => {
          await local.set({ settings: stored });
          const settings = await createSettingsStore({ random: draws() }).get();
          expect(settingsSchema.safeParse(settings).success).toBe(true);
        },
      ),
      { seed: 20260502 },
    );
  });

  it('are not written over where they could not be read', async () => {
    const kept = { ...defaultSettings(0.7), theme: 'dark' as const };
    await local.set({ settings: kept });
    const get = vi.spyOn(local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));
    const store = createSettingsStore({ random: draws() });
    expect(await store.get()).toEqual(defaultSettings(0.1));
    expect(await store.get()).toEqual(defaultSettings(0.1));
    get.mockRestore();
    expect(await store.get()).toEqual(kept);
  });
});
