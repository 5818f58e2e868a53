import { beforeAll, expect, it } from 'vitest';
import { lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { attemptOf, historyOf } from '../../support/extension/rows.ts';
import { HOURS, MINUTES, pass } from '../../support/extension/time.ts';
import { asked, balanceOf, becomes, pollsOf } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

/** Milliseconds after which this Firefox ends an idle event page; a request that is pending is idleness to it. */
const PATIENCE = 1500;

const unloadedPolls: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
    await scene().sandbox.control.lines.drain('esim', 2_000_000_000);
    await scene().sandbox.control.faults.add({ path: balanceOf('esim'), fault: { kind: 'stalled-body' } });
    await scene().sandbox.control.clearLog();
  });

  /** Waits for a poll, and for the browser to end the event page in its middle. Answers what stood in the database. */
  const unloadedIn = async (polls: number) => {
    await asked(scene(), 'esim', polls);
    // Read before the end: an alarm may start the next event page at any time after it, which counts what it finds.
    const attempt = await attemptOf(scene(), id);
    await until('Firefox has ended the event page', async () => !(await scene().browser.backgroundRuns()));
    await until('the request has ended with it', () => pollsOf(scene(), 'esim').at(-1)?.aborted);
    return attempt;
  };

  it('A04: a poll that is unloaded with its event page leaves its beginning, and costs nothing', async () => {
    const before = await lineNow(scene().browser, id);
    const history = await historyOf(scene(), id);
    await pass(scene(), 3 * HOURS);
    expect(await unloadedIn(1)).toMatchObject({ finishedAt: null, failures: 0 });
    const { headline, checkedAt } = await lineNow(scene().browser, id);
    expect({ headline, checkedAt }).toEqual({ headline: before.headline, checkedAt: before.checkedAt });
    expect(await historyOf(scene(), id)).toEqual(history);
  });

  it('A04: the next event page counts it as a failure and backs off', async () => {
    await pass(scene(), 2 * MINUTES);
    await until(
      'the poll that was cut off is counted',
      async () => (await attemptOf(scene(), id)).failures === 1,
    );
    const { startedAt, ...attempt } = await attemptOf(scene(), id);
    expect(attempt).toMatchObject({ failures: 1, failure: { kind: 'timeout' } });
    expect(attempt.nextPollAt && attempt.nextPollAt > startedAt).toBe(true);
    await scene().sandbox.control.faults.clear();
    await pass(scene(), 2 * MINUTES);
    await until('Firefox has ended the event page', async () => !(await scene().browser.backgroundRuns()));
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
  });

  it('A04: a poll that may end its work brings the figure, and one row of history', async () => {
    const history = await historyOf(scene(), id);
    await pass(scene(), 24 * HOURS);
    await becomes(scene(), id, 'read anew', ({ headline }) => {
      return headline.kind === 'data' && headline.remaining === 2_000_000_000;
    });
    expect(await attemptOf(scene(), id)).toMatchObject({ failure: null, failures: 0 });
    expect(await historyOf(scene(), id)).toHaveLength(history.length + 1);
  });
};

travel('firefox', 'an event page that is unloaded', unloadedPolls, {
  preferences: { 'extensions.background.idle.timeout': PATIENCE },
});
