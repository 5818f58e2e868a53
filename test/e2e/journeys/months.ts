import { it } from 'vitest';
import type { SandboxOptions } from '../../sandbox/sandbox-types.ts';
import { simulateTime } from '../../support/extension/commands.ts';
import { addByHand, liveThrough } from '../../support/extension/month.ts';
import type { Tale } from '../../support/months/tales.ts';
import type { Journey } from '../journey.ts';

const START = '2026-03-02T10:00:00Z';

/** A carrier whose clock moves by control alone and whose lines live: what they use is the same each time. */
export const MONTHLY: SandboxOptions = { now: () => Date.parse(START), speed: 1, seed: 7 };

/** A month of one of the five kinds of line, with every notification that comes. */
export const monthOf =
  ({ line, days }: Tale): Journey =>
  (scene) => {
    it(`F06: ${line}: a month with every notification, in order and once`, async () => {
      await simulateTime(scene().browser, START);
      const id = await addByHand(scene(), line);
      await liveThrough(scene(), line, id, days);
    });
  };
