import { beforeAll, expect, it } from 'vitest';
import { LINE_IDS } from '../../sandbox/vocabulary.ts';
import { connect } from '../../support/extension/connect.ts';
import { LINE_NAMES, t } from '../../support/extension/person.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

export const glanceAtFiveLines: Journey = (scene) => {
  beforeAll(async () => {
    for (const lineId of LINE_IDS) await connect(scene(), lineId);
  });

  it('holds a line of each kind, each with its own figure', async () => {
    const { browser } = scene();
    const popup = await browser.openPopup();
    for (const lineId of LINE_IDS) {
      await popup.click('button', new RegExp(t('popupSwitchLine')));
      await popup.click('button', new RegExp(`^${LINE_NAMES[lineId]}`));
      await popup.find('heading', new RegExp(`^${LINE_NAMES[lineId]}`));
    }
    await popup.close();
  });

  it('lets the badge speak of the line that needs the person most', async () => {
    const { browser, sandbox } = scene();
    const { title } = await until('the badge', async () => {
      const badge = await browser.badge();
      return badge.text === '' ? null : badge;
    });
    expect(Object.values(LINE_NAMES).some((name) => title.startsWith(`${name}: `))).toBe(true);
    expect(sandbox.log().every(({ referer, cookies }) => !referer && !cookies)).toBe(true);
  });
};
