import type { Page } from '../browsers/contract.ts';
import { t } from './person.ts';
import type { Scene } from './scene.ts';

/** What the test payment shall do, by the words of the carrier's page. */
export interface Payment {
  method?: RegExp;
  outcome?: RegExp;
  delaySeconds?: number;
}

/** From the open popup to the carrier's payment page, which opens in a tab. */
export async function goToPayment({ browser, sandbox }: Scene, popup: Page, offer: RegExp): Promise<Page> {
  const before = new Set(await browser.addresses());
  await popup.click('button', t('topUpTitle'));
  await popup.mark(offer);
  await popup.see(sandbox.host);
  await popup.click('button', /^Continue to pay/);
  return browser.waitForPage((url) => url.startsWith(`${sandbox.url}/checkout/`) && !before.has(url));
}

/** Pays with the pointer. */
export async function pay(page: Page, { method, outcome, delaySeconds }: Payment = {}): Promise<void> {
  if (method) await page.mark(method);
  if (outcome) await page.mark(outcome);
  if (delaySeconds !== undefined)
    await page.fill('Delay in seconds for late credit and refund', `${delaySeconds}`);
  await page.click('button', /^Pay /);
}

/** Pays with the keyboard alone: the first way of paying, which succeeds. */
export async function payByKeyboard(page: Page): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.press('Tab');
    if (/^BUTTON Pay /.test(await page.focused())) return page.press('Enter');
  }
  throw new Error('Tab never reached the button that pays');
}
