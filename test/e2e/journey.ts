import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserKind } from '../support/browsers/contract.ts';
import { openScene, type Scene, type SceneOptions } from '../support/extension/scene.ts';

/** What is to be shown in every browser: registers its tests, which reach the scene when they run. */
export type Journey = (scene: () => Scene) => void;

/** Runs a journey in one browser, which all of its tests share. */
export function travel(kind: BrowserKind, name: string, journey: Journey, options: SceneOptions = {}): void {
  describe(`${name}, ${kind}`, () => {
    let scene: Scene | null = null;
    beforeAll(async () => {
      scene = await openScene(kind, options);
    });
    afterAll(async () => scene?.close());
    journey(() => {
      if (scene === null) throw new Error('the browser did not start');
      return scene;
    });
  });
}
