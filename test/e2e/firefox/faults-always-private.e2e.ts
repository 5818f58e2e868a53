import { beforeAll, expect, it } from 'vitest';
import { command, glance, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { LINE_NAMES, t } from '../../support/extension/person.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { becomes } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const memoryOnly: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
  });

  it('B05: where no database is allowed, a line is added and shown all the same, with one quiet notice', async () => {
    const { browser: firefox } = scene();
    const refused = await firefox.background(async () => {
      const open = indexedDB.open('any');
      return new Promise((done) => {
        open.onsuccess = () => done(null);
        open.onerror = () => done(open.error?.name);
      });
    });
    expect(refused).toBe('InvalidStateError');
    const popup = await firefox.openPopup();
    await popup.find('heading', new RegExp(`^${LINE_NAMES.esim}`));
    await popup.see(t('popupNoticeMemoryOnly'));
    const said = (await popup.text()).split(t('popupNoticeMemoryOnly')).length - 1;
    expect(said).toBe(1);
    expect((await glance(firefox))?.notices).toEqual(['memory-only']);
    expect(await firefox.notifications()).toEqual([]);
    await popup.close();
  });

  it('B05: polling goes on, and the figures outlive the event page', async () => {
    const { browser: firefox, sandbox, desk } = scene();
    await sandbox.control.lines.drain('esim', 2_000_000_000);
    await pass(scene(), 3 * HOURS);
    await becomes(scene(), id, 'read anew', ({ headline }) => {
      return headline.kind === 'data' && headline.remaining === 2_000_000_000;
    });
    await firefox.stopBackground();
    await command(desk, 'rebuild-glance', {});
    expect(await lineNow(firefox, id)).toMatchObject({ headline: { remaining: 2_000_000_000 }, state: 'ok' });
    await until('the badge', async () => (await firefox.badge()).text === '2G');
  });
};

travel('firefox', 'permanent private browsing', memoryOnly, { alwaysPrivate: true });
