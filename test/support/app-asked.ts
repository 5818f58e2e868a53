import type { World } from './app-world.ts';

/** How often the carrier was asked for a line's figures. */
export async function pollsOf(world: World, line = 'esim'): Promise<number> {
  const path = `GET /v1/lines/${line}/balance`;
  return (await world.asked()).filter((asked) => asked === path).length;
}

/** A line that has just been read, in a world whose carrier was asked nothing else. */
export async function withLine(world: World, line = 'esim'): Promise<string> {
  const lineId = await world.addLine(line);
  await world.sandbox.control.clearLog();
  return lineId;
}
