import { beforeAll, expect, it } from 'vitest';
import type { TopUpState } from '../../../utils/domain/top-up.ts';
import { goToPayment, pay, payByKeyboard } from '../../support/extension/checkout.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { HOURS, MINUTES, pass, untilRung } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

const OFFER = /^Data 1 GB/;

export const toppingUp: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
  });

  const becomes = (state: TopUpState) =>
    untilRung(scene(), `a top-up that is ${state}`, async () => {
      const { topUp } = await lineNow(scene().browser, id);
      return topUp?.state === state ? topUp : null;
    });
  const begin = async () => {
    const popup = await scene().browser.openPopup();
    return goToPayment(scene(), popup, OFFER);
  };
  const dismiss = async () => {
    const popup = await scene().browser.openPopup();
    await popup.click('button', t('popupClose'));
    await until('nothing is pending', async () => (await lineNow(scene().browser, id)).topUp === null);
    await popup.close();
  };

  it('follows a payment by pointer until the data has arrived, and keeps the receipt', async () => {
    const { browser, desk } = scene();
    const { headline } = await lineNow(browser, id);
    const before = headline.kind === 'data' ? headline.remaining : 0;
    const page = await begin();
    await becomes('open');
    await pay(page, { method: /^Alipay/ });
    await page.see('Paid and credited');
    await pass(scene(), MINUTES);
    const topUp = await becomes('credited');
    expect(topUp.rises).toMatchObject([{ what: 'data', by: 1_000_000_000 }]);
    expect((await lineNow(browser, id)).headline).toMatchObject({ remaining: before + 1_000_000_000 });
    expect(await command(desk, 'receipts', { lineId: id })).toMatchObject([
      { state: 'credited', receiptNumber: topUp.receiptNumber },
    ]);
    const popup = await browser.openPopup();
    await popup.see(t('topUpCredited'));
    await popup.see(t('topUpReceiptNo', topUp.receiptNumber ?? ''));
    await popup.close();
    await dismiss();
  });

  it('shows what the carrier itself keeps, with what this browser did not begin', async () => {
    const { browser, desk } = scene();
    const [own] = await command(desk, 'receipts', { lineId: id });
    const page = await browser.openPage(`options.html#line/${id}`);
    await page.click('button', t('carrierReceiptsAsk'));
    await page.see(t('carrierReceiptsShown', '4'));
    await page.see(t('topUpReceiptNo', own?.receiptNumber ?? ''));
    const marks = (await page.text()).split(t('carrierReceiptsElsewhere')).length - 1;
    expect(marks).toBe(3);
    await page.close();
  });

  it('can be paid with the keyboard alone', async () => {
    const page = await begin();
    await payByKeyboard(page);
    await page.see('Paid and credited');
    await pass(scene(), MINUTES);
    await becomes('credited');
    await dismiss();
  });

  it('tells apart what was paid and what has arrived, and says when it is overdue', async () => {
    const { browser } = scene();
    const page = await begin();
    await pay(page, { outcome: /^Be credited late/, delaySeconds: 3 * 3600 });
    await page.see('credited later');
    await pass(scene(), MINUTES);
    await becomes('paid');
    const popup = await browser.openPopup();
    await popup.see(t('topUpPaid'));
    await popup.close();
    await pass(scene(), HOURS);
    await becomes('overdue');
    await pass(scene(), 3 * HOURS);
    await becomes('credited');
    await dismiss();
  });

  it('says that a declined payment added nothing', async () => {
    const { browser } = scene();
    const before = (await lineNow(browser, id)).headline;
    const page = await begin();
    await pay(page, { outcome: /^Be declined/ });
    await page.see('The payment failed');
    await pass(scene(), MINUTES);
    await becomes('failed');
    expect((await lineNow(browser, id)).headline).toEqual(before);
    const popup = await browser.openPopup();
    await popup.see(t('topUpFailed'));
    await popup.close();
    await dismiss();
  });
};
