import { until } from '../until.ts';
import { command, lineNow } from './commands.ts';
import type { Scene } from './scene.ts';
import { pass } from './time.ts';

/**
 * A demo line beside the others: it asks nobody and is read whenever something is due, so that what was not asked by
 * then is not asked at all. Answers its id.
 */
export async function addWitness({ desk }: Scene): Promise<string> {
  return (await command(desk, 'add-demo', {})).lineId;
}

/** Time passes, and everything that was due by then has been asked. */
export async function passAndPoll(scene: Scene, witness: string, milliseconds: number): Promise<void> {
  const { checkedAt } = await lineNow(scene.browser, witness);
  await pass(scene, milliseconds);
  await until('the demo line is read', async () => {
    return (await lineNow(scene.browser, witness)).checkedAt !== checkedAt;
  });
}
