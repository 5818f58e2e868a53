import { expect, it } from 'vitest';
import { DAY, MINUTE, toMs } from '../../../utils/domain/instant.ts';
import { Desktop } from '../../support/desktop/desktop.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { LINE_NAMES, t } from '../../support/extension/person.ts';
import { HOURS, passAndPoll } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';
import { runningLow } from '../journeys/low.ts';

const NAME = LINE_NAMES.esim;
const desktop = new Desktop();

const isDrawn = (title: string) => desktop.drawn.some((each) => each.title === title);

/** Clicks come from the desktop, as a person's do: Chromium itself wakes the worker for them. */
const clicks: Journey = (scene) => {
  let id = '';

  /** A click while the worker is dead; settles when it lives again. */
  const clickAsleep = async (title: string, button?: string) => {
    const { browser } = scene();
    await until(`"${title}" on the desktop`, () => isDrawn(title));
    await browser.stopBackground();
    desktop.click(title, button);
    await until('the click has woken the worker', () => browser.backgroundRuns());
    await until('the notification has gone', () => !isDrawn(title));
  };

  it('F09: a click on a notification leads to the top-up of its line, though the worker has died', async () => {
    const { browser, sandbox, desk } = scene();
    id = (await command(desk, 'state', {})).lines[0]?.id ?? '';
    await sandbox.control.lines.drain('esim', 80_000_000);
    await passAndPoll(scene(), 2 * HOURS, id);
    await clickAsleep(t('notifyLowTitle', NAME, '80 MB'));
    const opened = await browser.waitForPage((url) => url.endsWith(`options.html#top-up/${id}`));
    await opened.close();
  });

  it('F09: its button pauses the line for a day instead', async () => {
    const { browser, sandbox } = scene();
    await sandbox.control.tokens.revoke();
    await passAndPoll(scene(), 2 * HOURS, id);
    await clickAsleep(t('notifySignInTitle', NAME), t('notifySnooze'));
    const paused = await until('the pause', async () => (await lineNow(browser, id)).alertsPausedUntil);
    const { now } = await sandbox.control.state();
    expect(Math.abs(toMs(paused) - toMs(now) - DAY)).toBeLessThan(5 * MINUTE);
    const popup = await browser.openPopup();
    await popup.see(/Alerts paused until/);
    await popup.close();
    expect(await browser.addresses()).not.toContainEqual(expect.stringContaining('options.html'));
  });
};

const journey: Journey = (scene) => {
  runningLow(scene);
  clicks(scene);
};

travel('chromium', 'low', journey, { desktop });
