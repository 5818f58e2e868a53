import { beforeAll, expect, it } from 'vitest';
import type { Page } from '../../support/browsers/contract.ts';
import { connect } from '../../support/extension/connect.ts';
import { t, tabTo } from '../../support/extension/person.ts';
import { allSamples, dropSamples, seedHistory } from '../../support/extension/stored-history.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

/** Twenty days of quarter hours, a megabyte each. */
const ROWS = 20 * 96;
const A_DAY = '96 MB';

/** Runs in the page: keeps what is handed to the downloads from now on. */
function keepDownloads(): void {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    void blob.text().then((text) => Object.assign(globalThis, { download: text }));
    return make(blob);
  };
}

/** Runs in the page: chooses a file as a person does in the browser's own window, which no test can reach. */
function chooseFile(text: string, name: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}

export const historyOfALine: Journey = (scene) => {
  let id = '';
  let page: Page;

  beforeAll(async () => {
    id = await connect(scene(), 'esim');
    await seedHistory(scene().desk, id, ROWS);
  });

  it('opens from the popup, with its last days', async () => {
    const { browser } = scene();
    const popup = await browser.openPopup();
    // The popup closes under the click, and its driver may never hear that it was done; the tab that opens shows it.
    void popup.click('link', t('historyOpen')).catch(() => {});
    page = await browser.waitForPage((url) => url.includes('/history.html?line='));
    await page.find('heading', t('historyUsePerDay'));
    await page.find('heading', t('historyRemaining'));
    await page.see(A_DAY);
  });

  it('goes to other days and to hours with the keyboard alone', async () => {
    await tabTo(page, /^INPUT 30 days/);
    await page.press('ArrowLeft');
    await until('seven days', async () => (await page.url()).includes('range=7'));
    await page.press('Tab');
    await page.press('ArrowRight');
    await page.find('heading', t('historyUsePerHour'));
    await page.press('ArrowLeft');
    await page.find('heading', t('historyUsePerDay'));
  });

  it('is read figure by figure with the arrow keys, and as a table', async () => {
    await tabTo(page, new RegExp(`^INPUT ${t('historyScrub', t('historyUsePerDay'))}`));
    await page.press('ArrowLeft');
    await page.see(new RegExp(`20\\d\\d: ${A_DAY}`));
    await tabTo(page, new RegExp(`^SUMMARY ${t('historyTable')}`));
    await page.press('Enter');
    const rows = () =>
      page.evaluate(() => [...document.querySelectorAll('td')].map(({ textContent }) => textContent));
    await until('the table', async () => (await rows()).length === 7);
    expect((await rows()).slice(1, 6)).toEqual(new Array(5).fill(A_DAY));
  });

  it('goes out as a CSV table and comes in again, row for row', async () => {
    const { desk } = scene();
    const before = await allSamples(desk);
    await page.evaluate(keepDownloads);
    await page.click('button', t('dataHistorySave'));
    const kept = () => page.evaluate(() => (globalThis as { download?: string }).download ?? '');
    const csv = await until('the table', async () => (await kept()) || null);
    await dropSamples(desk, id);
    expect(await allSamples(desk)).toHaveLength(1);
    await page.evaluate(chooseFile, csv, 'history.csv');
    await page.see(t('dataImported', '0', '0', (before.length - 1).toLocaleString('en')));
    expect(await allSamples(desk)).toEqual(before);
    await page.see(A_DAY);
    await page.close();
  });
};
