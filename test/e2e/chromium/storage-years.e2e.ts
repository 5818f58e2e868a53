import { beforeAll, expect, it } from 'vitest';
import { command, simulateTime } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { countSamples, seedHistory } from '../../support/extension/stored-history.ts';
import { DAYS } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

/** A year at one row each quarter of an hour, which no line reaches: it is rolled up every day. */
const A_YEAR = 365 * 96;
const PATIENCE = 100_000;

const years: Journey = (scene) => {
  beforeAll(async () => {
    const id = await connect(scene(), 'esim');
    await seedHistory(scene().desk, id, A_YEAR);
  });

  it('B16: the popup shows its figure over a year of quarter hours, with the background dead', async () => {
    const { browser, desk } = scene();
    expect(await countSamples(desk)).toBeGreaterThanOrEqual(A_YEAR);
    await browser.stopBackground();
    const popup = await browser.openPage('popup.html');
    await popup.see('3.14 GB');
    await popup.close();
  });

  it('B16: a day later old history is rolled up to hours and days, and nothing young is lost', async () => {
    const { browser, desk } = scene();
    await simulateTime(browser, new Date(Date.now() + DAYS).toISOString());
    await browser.stopBackground();
    const isSmall = async () => {
      await command(desk, 'state', {});
      return (await countSamples(desk)) < 4000;
    };
    await until('a small history', isSmall, PATIENCE);
    // 6 days of quarter hours, 83 of hours, 275 of days.
    expect(await countSamples(desk)).toBeGreaterThan(6 * 96 + 83 * 24 + 270);
  });
};

travel('chromium', 'years of storage', years);
