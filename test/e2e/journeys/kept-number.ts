import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayIn, formatDay } from '../../../utils/domain/format.ts';
import { addDays } from '../../../utils/domain/stretches.ts';
import type { Page } from '../../support/browsers/contract.ts';
import { lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { LINE_NAMES, t, tabTo } from '../../support/extension/person.ts';
import { DAYS, passAndPoll } from '../../support/extension/time.ts';
import { wordsOf } from '../../support/months/days.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

const NAME = LINE_NAMES['number-keeping'];
const RULE = 180;
/** So many days are left when the rule is chosen. */
const LEFT = 33;

/** A number whose carrier tells no end, from the rule that a person chooses to the entry in their calendar. */
export const keptByRule: Journey = (scene) => {
  let id = '';
  /** calendar day on which the number lapses by the rule */
  let end = '';
  let settings: Page;

  const popupAtNumber = async () => {
    const popup = await scene().browser.openPopup();
    await popup.click('button', new RegExp(t('popupSwitchLine')));
    await popup.click('button', new RegExp(`^${NAME}`));
    await popup.find('heading', new RegExp(`^${NAME}`));
    return popup;
  };

  /** The entry of the file that was saved as the `count`th, as a calendar reads it. */
  const entry = async (count: number) => {
    const file = await until('a file', async () => (await scene().browser.saved())[count - 1]);
    expect(file.name).toMatch(/^number-reminder.*\.ics$/);
    const [event, ...more] = new ICAL.Component(ICAL.parse(file.text)).getAllSubcomponents('vevent');
    if (!event || more.length > 0) throw new Error('not one entry');
    return new ICAL.Event(event);
  };

  const warnings = async () => {
    const all = (await scene().browser.notifications()).flatMap((each) => wordsOf(each).split('\n'));
    return all.filter((title) => title.startsWith(NAME));
  };

  describe('a number whose carrier tells no end', () => {
    beforeAll(async () => {
      await scene().sandbox.control.lines.set('number-keeping', { validUntil: null });
      id = await connect(scene(), 'number-keeping');
      const { now } = await scene().sandbox.control.state();
      end = addDays(dayIn(now, (await lineNow(scene().browser, id)).zone), LEFT);
    });

    it('is counted by the rule that the person chooses, and the popup says "about"', async () => {
      const { browser } = scene();
      const asking = await popupAtNumber();
      await asking.see(t('validityUnknown'));
      // The popup closes under the click.
      void asking.click('button', t('validityChoose')).catch(() => {});
      settings = await browser.waitForPage((url) => url.endsWith(`#line/${id}`));
      await settings.mark(t('lineLapseTopUp'));
      await settings.fill(t('lineLapseDays'), String(RULE));
      await tabTo(settings, new RegExp(`^INPUT ${t('lineLapseLast')}`));
      const [year, month, day] = addDays(end, -RULE).split('-');
      await settings.type(`${month}${day}${year}`);
      await tabTo(settings, new RegExp(`^INPUT ${t('lineLapseWarn')}`));
      await settings.press('Enter');
      await settings.see(`By your rule, ${RULE} days after the last top-up`);
      const popup = await popupAtNumber();
      await popup.see(new RegExp(`${LEFT}\\s+days until the number lapses`));
      const about = t('popupNumberAbout', formatDay(`${end}T12:00:00Z`, 'en', 'UTC'));
      await popup.see(new RegExp(about.replaceAll(/\s/g, '\\s')));
      await popup.click('button', t('validityReminder'));
      const event = await entry(1);
      expect([event.uid, event.startDate.toString()]).toEqual([`data-balance-${id}`, end]);
      expect(event.summary).toBe(t('reminderTitle', NAME));
      await popup.close();
    });

    it('is warned of by the rule as time goes on, and a later end moves the entry in the calendar', async () => {
      await passAndPoll(scene(), 2 * DAYS, id);
      await until('a warning', async () => (await warnings()).length > 0);
      expect(await warnings()).toEqual([`${NAME}: the number lapses in ${LEFT - 2} days`]);
      await settings.fill(t('lineLapseDays'), String(RULE + 10));
      await settings.press('Enter');
      await settings.see(`By your rule, ${RULE + 10} days after the last top-up`);
      await until('the end of the warning', async () => !(await lineNow(scene().browser, id)).alerts.length);
      await settings.click('button', t('validityReminder'));
      const [first, second] = [await entry(1), await entry(2)];
      expect([second.uid, second.startDate.toString()]).toEqual([first.uid, addDays(end, 10)]);
      expect(second.sequence).toBeGreaterThan(first.sequence);
      await settings.close();
    });
  });
};
