import { expect, it } from 'vitest';
import { glance } from '../../support/extension/commands.ts';
import { t } from '../../support/extension/person.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

export const firstRun: Journey = (scene) => {
  it('greets with two ways to begin, and an empty badge', async () => {
    const { browser } = scene();
    await until('the tooltip invites', async () => (await browser.badge()).title === t('tooltipNone'));
    expect((await browser.badge()).text).toBe('');
    const popup = await browser.openPopup();
    await popup.find('button', t('popupAddLine'));
    await popup.find('button', t('popupTryDemo'));
    await popup.close();
  });

  it('shows the demo line with its figure in popup and badge, and asks nobody', async () => {
    const { browser, sandbox } = scene();
    const popup = await browser.openPopup();
    await popup.click('button', t('popupTryDemo'));
    await popup.see(t('popupHolds'));
    const line = (await glance(browser))?.lines[0];
    expect(line).toMatchObject({ demo: true, headline: { kind: 'data', total: 10_000_000_000 } });
    await popup.see(t('popupOf', '10 GB'));
    const { text } = await until('the badge', async () => {
      const badge = await browser.badge();
      return badge.text === '' ? null : badge;
    });
    expect(text).toMatch(/^\d+(\.\d)?G$/);
    expect(sandbox.log()).toEqual([]);
    await popup.close();
  });
};
