import { beforeAll, expect, it } from 'vitest';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import type { Fault } from '../../sandbox/fault-types.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { command, glance, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { attemptOf } from '../../support/extension/rows.ts';
import type { Scene } from '../../support/extension/scene.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { asked, balanceOf, fails, pollsOf } from '../../support/extension/watch.ts';
import { type Journey, travel } from '../journey.ts';

/** The carrier has 20 s; a browser ends a background after 30. */
const LET_GO_MS = 25_000;

const SLOW = {
  esim: { kind: 'silence' },
  'data-card': { kind: 'stalled-body' },
  phone: { kind: 'drip', bytesPerSecond: 1 },
} satisfies Partial<Record<LineId, Fault>>;

type Slow = keyof typeof SLOW;

const slowCarriers: Journey = (scene) => {
  const ids = new Map<Slow, string>();
  const before = new Map<Slow, GlanceLine>();
  const badges: string[] = [];

  beforeAll(async () => {
    const { browser, sandbox, desk } = scene();
    for (const lineId of Object.keys(SLOW) as Slow[]) {
      const id = await connect(scene(), lineId);
      ids.set(lineId, id);
      before.set(lineId, await lineNow(browser, id));
      // Something to tell, or the answer would be a 304 without a body that could be slow.
      await sandbox.control.lines.drain(lineId, 2_000_000_000);
      await sandbox.control.faults.add({ path: balanceOf(lineId), fault: SLOW[lineId] });
    }
    await command(desk, 'edit-line', { lineId: idOf('esim'), edit: { pinned: true } });
    await sandbox.control.clearLog();
    badges.push(await figure());
    await pass(scene(), 3 * HOURS);
    for (const lineId of ids.keys()) await asked(scene(), lineId, 1);
    badges.push(await figure());
  });

  const figure = async () => (await scene().browser.badge()).text;
  const idOf = (lineId: Slow) => ids.get(lineId) ?? '';
  const givenUp = async (lineId: Slow) => {
    const line = await fails(scene(), idOf(lineId), 'timeout');
    expect(line.headline).toEqual(before.get(lineId)?.headline);
    expect(line.checkedAt).toBe(before.get(lineId)?.checkedAt);
    expect(await attemptOf(scene(), idOf(lineId))).toMatchObject({
      finishedAt: expect.any(String),
      failure: { kind: 'timeout' },
      failures: 1,
    });
    expect(line.nextPollAt && line.failure && line.nextPollAt > line.failure.at).toBe(true);
    expect(pollsOf(scene(), lineId)).toMatchObject([{ aborted: true }]);
    expect(pollsOf(scene(), lineId)[0]?.durationMs).toBeLessThan(LET_GO_MS);
    return line;
  };

  it('A01: a carrier that never answers is let go, and the badge keeps the figure with its age', async () => {
    await givenUp('esim');
    const { browser } = scene();
    expect([...badges, await figure()]).toEqual(['3.1G', '3.1G', '3.1G']);
    expect((await glance(browser))?.badge).toMatchObject({ stale: true, tone: 'ok' });
    expect((await browser.badge()).title).toMatch(/3\.14\sGB left \(as of .+\)/);
    const popup = await popupOf(scene(), idOf('esim'));
    await popup.see(t('failureTimeoutTitle'));
    await popup.see(t('popupOldFigure'));
    await popup.see(/3\.14\s*GB/);
    await popup.close();
  });

  it('A02: an answer that stalls after its beginning is let go in the same time', async () => {
    await givenUp('data-card');
  });

  it('C17: a carrier that sends a byte each second is let go in the same time', async () => {
    await givenUp('phone');
  });
};

function popupOf({ browser }: Scene, id: string) {
  return browser.openPage(`popup.html?line=${id}`);
}

travel('chromium', 'slow carriers', slowCarriers);
