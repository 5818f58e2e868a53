import { beforeAll, expect, it } from 'vitest';
import { DAY } from '../../../utils/domain/instant.ts';
import type { Page } from '../../support/browsers/contract.ts';
import { lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t, tabTo } from '../../support/extension/person.ts';
import { seedHistory } from '../../support/extension/stored-history.ts';
import { HOURS, passAndPoll } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

/** Twenty days of quarter hours, a megabyte each. */
const ROWS = 20 * 96;

/** The calendar day so many days from the page's today. */
async function dayFrom(page: Page, days: number): Promise<string> {
  const today = await page.evaluate(() => document.querySelector<HTMLInputElement>('input[type=date]')?.min);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export const lastsUntilADay: Journey = (scene) => {
  let id = '';

  beforeAll(async () => {
    id = await connect(scene(), 'esim');
    await seedHistory(scene().desk, id, ROWS);
    await passAndPoll(scene(), 2 * HOURS, id);
  });

  it('asks about a day with the keyboard alone, and keeps it with its name', async () => {
    const { browser } = scene();
    const popup = await browser.openPopup();
    await popup.find('button', t('untilTitle'));
    await tabTo(popup, new RegExp(`^BUTTON ${t('untilTitle')}`));
    await popup.press('Enter');
    await popup.find('heading', t('untilTitle'));
    await tabTo(popup, new RegExp(`^INPUT ${t('untilDay')}`));
    const day = await dayFrom(popup, 10);
    const [year, month, date] = day.split('-');
    await popup.type(`${month}${date}${year}`);
    await popup.see(t('untilLately', '96 MB'));
    await popup.see(/a day makes it last/);
    await tabTo(popup, /^INPUT What for/);
    await popup.type('Flight home');
    await popup.press('Enter');
    await popup.find('heading', /^Flight home, /);
    await until('the day is stored', async () => (await lineNow(browser, id)).until !== undefined);
    expect((await lineNow(browser, id)).until).toEqual({ day, label: 'Flight home' });
    await popup.close();
  });

  it('changes it with the pointer, and keeps it when the background ends', async () => {
    const { browser } = scene();
    const popup = await browser.openPopup();
    await popup.click('button', t('untilChange'));
    await popup.click('button', t('untilWeek'));
    const day = await dayFrom(popup, 7);
    await popup.click('button', t('untilKeep'));
    await popup.find('button', t('untilChange'));
    await popup.close();
    await browser.stopBackground();
    expect((await lineNow(browser, id)).until).toEqual({ day, label: 'Flight home' });
  });

  it('tidies it away with a word when it has passed', async () => {
    const { browser } = scene();
    await passAndPoll(scene(), 9 * 24 * HOURS, id);
    const popup = await browser.openPopup();
    await popup.see(/^“Flight home, .* has passed, so this day is no longer kept\.$/m);
    await until('the day is gone', async () => (await lineNow(browser, id)).until === undefined);
    expect(await popup.has('button', t('untilChange'))).toBe(false);
    await popup.close();
  });
};
