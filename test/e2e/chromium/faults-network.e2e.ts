import { beforeAll, expect, it } from 'vitest';
import type { FailureKind } from '../../../utils/domain/failure.ts';
import type { Fault } from '../../sandbox/fault-types.ts';
import { wakeByAlarm } from '../../support/browsers/alarms.ts';
import { command, lineNow, simulateTime } from '../../support/extension/commands.ts';
import { draftOf } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { polled, popupAt, refreshByHand } from '../../support/extension/popup.ts';
import { attemptOf, historyOf } from '../../support/extension/rows.ts';
import { HOURS, MINUTES, pass } from '../../support/extension/time.ts';
import {
  alarmRuns,
  balanceOf,
  becomes,
  fails,
  haveNews,
  ownLine,
  pollsOf,
  standBy,
} from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

/** Longer than any back-off. */
const LONG = 7 * HOURS;

const badNetworks: Journey = (scene) => {
  beforeAll(() => standBy(scene()));

  const meets = (fault: Fault, times?: number) =>
    scene().sandbox.control.faults.add({ path: balanceOf('esim'), fault, ...(times && { times }) });
  const polledAfter = (milliseconds: number, id: string) =>
    polled(scene(), id, () => pass(scene(), milliseconds));

  it('C01: after a 429 nobody asks before its time, not a killed worker, an alarm or a click', async () => {
    const { browser, desk } = scene();
    const id = await ownLine(scene(), 'esim');
    await meets({ kind: 'status', status: 429, retryAfter: 3600 }, 1);
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    await popup.see(t('failureRateLimitedTitle'));
    // An hour later may be tomorrow.
    const shown = new RegExp(`^${t('popupRetryAt', '(\\w+ \\d+, )?\\d+:\\d\\d [AP]M')}$`);
    await popup.find('button', shown);
    await browser.stopBackground();
    await wakeByAlarm(browser, 'heartbeat');
    await popup.press('Enter');
    const [refused] = await command(desk, 'refresh', { lineId: id });
    expect(refused).toMatchObject({ outcome: 'not-before', at: expect.any(String) });
    await pass(scene(), 58 * MINUTES);
    await command(desk, 'tick', {});
    expect(pollsOf(scene(), 'esim')).toMatchObject([{ status: 429 }]);
    await polledAfter(3 * HOURS, id);
    await becomes(scene(), id, 'read', ({ failure }) => failure === null);
    expect(pollsOf(scene(), 'esim')).toHaveLength(2);
    await popup.close();
  });

  it('C10: without a network the figure stays, nobody is blamed, and the wait does not grow', async () => {
    const { browser, sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    const { headline } = await lineNow(browser, id);
    await browser.setOffline(true);
    try {
      for (let times = 0; times < 3; times += 1) {
        await polledAfter(LONG, id);
        expect(await attemptOf(scene(), id)).toMatchObject({ failures: 1, failure: { kind: 'offline' } });
      }
      expect((await lineNow(browser, id)).headline).toEqual(headline);
      const popup = await popupAt(scene(), id);
      await popup.see(t('failureOfflineTitle'));
      await popup.find('button', t('popupRetry'));
      await popup.close();
      expect(pollsOf(scene(), 'esim')).toEqual([]);
    } finally {
      await browser.setOffline(false);
    }
    await sandbox.control.lines.drain('esim', 2_000_000_000);
    await polledAfter(LONG, id);
    await becomes(scene(), id, 'read', (line) => line.failure === null);
    expect((await lineNow(browser, id)).headline).toMatchObject({ remaining: 2_000_000_000 });
  });

  it('C10: a name that nobody knows and a failing TLS are told as no connection', async () => {
    const { browser, sandbox, desk } = scene();
    for (const origin of ['https://carrier.example', `https://${sandbox.host}`]) {
      await browser.grantHost(origin);
      const draft = draftOf(scene(), 'esim');
      const fields = { ...draft.fields, baseUrl: `${origin}/v1` };
      await expect(command(desk, 'try-line', { draft: { ...draft, fields } })).rejects.toThrow(/"offline"/);
    }
  });

  it('C11: a missing permission is not taken for being offline, and one click mends it', async () => {
    const { browser, sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    await browser.setOffline(true);
    try {
      await browser.revokeHost(sandbox.url);
      await fails(scene(), id, 'no-access');
      await simulateTime(browser, await sandbox.control.clock.advance(LONG));
      await alarmRuns(scene());
      await fails(scene(), id, 'no-access');
    } finally {
      await browser.setOffline(false);
    }
    expect(pollsOf(scene(), 'esim')).toEqual([]);
    const popup = await popupAt(scene(), id);
    await popup.see(t('failureNoAccessTitle'));
    await browser.allowWhenAsked(sandbox.url);
    await popup.click('button', t('popupAllow'));
    await becomes(scene(), id, 'read', ({ failure }) => failure === null);
    expect(pollsOf(scene(), 'esim')[0]).toMatchObject({ status: 304 });
    await popup.close();
  });

  it.each([
    ['a gzip bomb', { kind: 'gzip-bomb', bytes: 2 ** 34 }, 'unreadable'],
    ['a body without an end', { kind: 'huge', bytes: 2 ** 34 }, 'unreadable'],
  ] as const)('C16: %s is let go of after a mebibyte, and the old figure stays', async (...row) => {
    await staysAsItWas(row[1], row[2]);
    await until('the end of the connection', () => pollsOf(scene(), 'esim')[0]?.aborted);
  });

  it.each([
    ['an answer that is reset half-way', { kind: 'reset' }, 'offline'],
    ['an answer that ends half-way', { kind: 'truncated' }, 'offline'],
    ['JSON that is cut off', { kind: 'broken-json' }, 'unreadable'],
  ] as const)('C20: %s is a failure, and the old figure stays', async (...row) => {
    await staysAsItWas(row[1], row[2]);
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
  });

  const staysAsItWas = async (fault: Fault, kind: FailureKind) => {
    const id = await ownLine(scene(), 'esim');
    const { headline, checkedAt } = await lineNow(scene().browser, id);
    const history = await historyOf(scene(), id);
    await haveNews(scene(), 'esim');
    await meets(fault);
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    expect(await fails(scene(), id, kind)).toMatchObject({ headline, checkedAt });
    expect(await historyOf(scene(), id)).toEqual(history);
    await popup.see(t('popupLeft'));
    await popup.close();
  };
};

travel('chromium', 'bad networks', badNetworks);
