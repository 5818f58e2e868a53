import { rmSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { command, glance, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { overwrite, placesOf, restart } from '../../support/extension/damage.ts';
import { t } from '../../support/extension/person.ts';
import { pollsOf } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const FIGURE = '3.14 GB';

const losses: Journey = (scene) => {
  let id = '';
  /** Every test begins with a line that has been read and nothing that was ever lost. */
  beforeEach(async () => {
    await command(scene().desk, 'erase-all', {});
    id = await connect(scene(), 'esim');
    await scene().sandbox.control.clearLog();
  });

  const popupShows = async (...sentences: string[]) => {
    const popup = await scene().browser.openPopup();
    for (const sentence of sentences) await popup.see(sentence);
    await popup.close();
  };
  const notices = async () => (await glance(scene().browser))?.notices;
  const tells = (...expected: string[]) =>
    until(`notices ${expected}`, async () => String(await notices()) === String(expected));
  const noFirstRun = async () => {
    expect((await scene().browser.addresses()).filter((url) => url.endsWith('#add'))).toEqual([]);
    expect((await glance(scene().browser))?.lines.map((line) => line.id)).toEqual([id]);
  };
  const polled = async () => {
    const [result] = await command(scene().desk, 'refresh', { lineId: id });
    return result?.outcome;
  };

  it('B02: a database that comes back empty is told as lost history, and is no first run', async () => {
    const { database } = placesOf(scene().browser);
    await restart(scene(), () => overwrite(database));
    await tells('history-lost');
    await popupShows(FIGURE, t('popupNoticeHistoryLost'));
    await noFirstRun();
    expect(await polled()).toBe('read');
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
  });

  it('B11: a database that the browser evicted is told as lost history, and the line goes on', async () => {
    const { database } = placesOf(scene().browser);
    await restart(scene(), () => rmSync(database, { recursive: true }));
    await tells('history-lost');
    await popupShows(FIGURE, t('popupNoticeHistoryLost'));
    await noFirstRun();
    expect(await polled()).toBe('read');
  });

  it('B01: with a database that cannot be opened the last figures stay, and it is mended later', async () => {
    const { database } = placesOf(scene().browser);
    await restart(scene(), () => {
      rmSync(database, { recursive: true });
      writeFileSync(database, 'no folder');
    });
    await tells('memory-only');
    await popupShows(FIGURE, t('popupNoticeMemoryOnly'));
    await noFirstRun();
    expect(await polled()).toBe('read');
    rmSync(database);
    await scene().browser.stopBackground();
    await command(scene().desk, 'state', {});
    await tells('history-lost');
    await popupShows(FIGURE);
    await noFirstRun();
  });

  it('B03: an emptied local storage is told, costs the sign-in but no line, and is no first run', async () => {
    const { local } = placesOf(scene().browser);
    await restart(scene(), () => overwrite(local));
    await tells('settings-lost');
    await popupShows(FIGURE, t('popupNoticeSettingsLost'));
    await noFirstRun();
    const { lines } = await command(scene().desk, 'state', {});
    expect(lines).toMatchObject([{ id, name: 'Travel eSIM', hasSecret: false }]);
    expect(await polled()).toBe('failed');
    expect(await lineNow(scene().browser, id)).toMatchObject({ state: 'signed-out' });
    await popupShows(FIGURE, t('popupSignIn'));
  });
};

travel('chromium', 'lost storage', losses);
