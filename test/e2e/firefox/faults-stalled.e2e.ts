import { expect, it } from 'vitest';
import { connect } from '../../support/extension/connect.ts';
import { attemptOf } from '../../support/extension/rows.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { balanceOf, fails, pollsOf } from '../../support/extension/watch.ts';
import { type Journey, travel } from '../journey.ts';

/** Milliseconds after which Firefox ends an idle event page where nobody told it otherwise. */
const FIREFOX_PATIENCE = 30_000;

const stalledPolls: Journey = (scene) => {
  it("A04: a stalled poll ends by its own deadline, well within Firefox's patience", async () => {
    const { sandbox } = scene();
    const id = await connect(scene(), 'esim');
    await sandbox.control.faults.add({ path: balanceOf('esim'), fault: { kind: 'stalled-body' } });
    await sandbox.control.clearLog();
    await pass(scene(), 3 * HOURS);
    const line = await fails(scene(), id, 'timeout');
    expect(line.headline).toMatchObject({ kind: 'data' });
    expect(await attemptOf(scene(), id)).toMatchObject({ finishedAt: expect.any(String), failures: 1 });
    expect(pollsOf(scene(), 'esim')).toMatchObject([{ aborted: true }]);
    expect(pollsOf(scene(), 'esim')[0]?.durationMs).toBeLessThan(FIREFOX_PATIENCE);
  });
};

travel('firefox', 'a stalled poll', stalledPolls);
