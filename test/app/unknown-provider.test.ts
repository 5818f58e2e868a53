import { expect, it } from 'vitest';
import { exportText } from '../../utils/domain/export-format.ts';
import { startWorld } from '../support/app-world.ts';
import { partsIn } from '../support/importing.ts';
import { aLine, NOW } from '../support/stored-rows.ts';

it('a line of a newer version is kept and told as unknown, asks nobody, and leaves the others alone', async () => {
  const world = await startWorld();
  const known = await world.addLine('esim');
  const line = aLine('far', { providerId: 'far-tel', origins: ['https://api.far-tel.example'] });
  const text = exportText({ lines: [line], samples: [], receipts: [], alerts: [], settings: null }, NOW);
  expect(await world.command['import-all']({ parts: partsIn(text) })).toMatchObject({ lines: 1 });
  await world.command.refresh({ lineId: null });
  expect(await world.glanceLine('far')).toMatchObject({
    unknownProvider: true,
    headline: { kind: 'unknown' },
  });
  expect((await world.glanceLine('far')).failure).not.toBeNull();
  const other = await world.glanceLine(known);
  expect(other).toMatchObject({ headline: { kind: 'data' }, failure: null });
  expect(other.unknownProvider).toBeUndefined();
  expect((await world.asked()).filter((asked) => asked.includes('far'))).toEqual([]);
});
