import { expect, it } from 'vitest';
import { reviewAlerts } from '../../utils/app/review-alerts.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld } from '../support/app-world.ts';
import { aDataBucket, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';

it('F10: twelve lines that run low at once are one notification, and none is told again', async () => {
  const world = await startWorld();
  const { store } = world.deps;
  const line = await store.line(await withLine(world));
  if (!line) throw new Error('no line');
  const ids = Array.from({ length: 12 }, (_, index) => `low-${index}`);
  await store.putLines(ids.map((id, index) => ({ ...line, id, name: `Line ${index}`, order: index + 1 })));
  const now = toInstant(world.now());
  const reading = aReading({ buckets: [aDataBucket(10 * GB, 10 * GB - 300 * MB)] });
  for (const lineId of ids)
    await store.savePoll({
      attempt: anAttempt({ lineId, startedAt: now, finishedAt: now }),
      reading: { ...aRow(reading, now), lineId },
      topUps: [],
    });
  await reviewAlerts(world.deps);
  await reviewAlerts(world.deps);
  expect(titles(world)).toHaveLength(1);
  expect(titles(world)[0]).toContain('12');
  expect(world.notices[0]?.message.split('\n')).toHaveLength(12);
});
