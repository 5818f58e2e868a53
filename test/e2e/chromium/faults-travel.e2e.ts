import { beforeAll, expect, it } from 'vitest';
import type { DayUse } from '../../../utils/domain/glance.ts';
import { DAY } from '../../../utils/domain/instant.ts';
import { chromiumOf } from '../../support/browsers/chromium.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { seedHistory } from '../../support/extension/stored-history.ts';
import { type Journey, travel } from '../journey.ts';

const QUARTERS_OF_A_DAY = 96;
const MB = 1_000_000;
/** Thirteen hours before UTC, and eight or seven behind it. */
const SAMOA = 'Pacific/Apia';
const CALIFORNIA = 'America/Los_Angeles';

const journey: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
    await seedHistory(scene().desk, id, 10 * QUARTERS_OF_A_DAY);
  });

  const barsNow = async () => {
    await command(scene().desk, 'rebuild-glance', {});
    return (await lineNow(scene().browser, id)).days;
  };
  const zoneNow = () => scene().desk.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);

  /** One day after the other, of those that are known in whole each with its 96 quarters of an hour. */
  const expectWholeDays = (days: readonly DayUse[]) => {
    const dates = days.map(({ day }) => Date.parse(day));
    expect(dates.slice(1).map((date, index) => date - (dates[index] ?? 0))).toEqual(
      dates.slice(1).map(() => DAY),
    );
    const whole = days.filter(({ used }) => used !== null).slice(1, -1);
    expect(whole.length).toBeGreaterThanOrEqual(8);
    expect(new Set(whole.map(({ used }) => used))).toEqual(new Set([QUARTERS_OF_A_DAY * MB]));
  };

  it('T06: in another zone the days are cut anew, none counted twice and none missing', async () => {
    expect(await zoneNow()).toBe(SAMOA);
    const before = await barsNow();
    expectWholeDays(before);
    await chromiumOf(scene().browser).restartIn(CALIFORNIA);
    scene().desk = await scene().browser.openPage('manifest.json');
    expect(await zoneNow()).toBe(CALIFORNIA);
    const after = await barsNow();
    expectWholeDays(after);
    // In California it is still the day before, for all but three hours.
    expect(Date.parse(after.at(-1)?.day ?? '')).toBeLessThanOrEqual(Date.parse(before.at(-1)?.day ?? ''));
  });
};

travel('chromium', 'a person who travels', journey, { timezone: SAMOA });
