import { beforeAll, expect, it } from 'vitest';
import type { FailureKind } from '../../../utils/domain/failure.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { addBySignIn, LINE_NAMES, signInAtCarrier, t } from '../../support/extension/person.ts';
import { HOURS, pass, passAndPoll, untilRung } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

export const trouble: Journey = (scene) => {
  let signedIn = '';
  let byToken = '';
  let witness = '';
  beforeAll(async () => {
    witness = (await command(scene().desk, 'add-demo', {})).lineId;
    byToken = await connect(scene(), 'esim');
    signedIn = await addBySignIn(scene(), 'calling');
  });

  const fails = (id: string, kind: FailureKind | null) =>
    untilRung(scene(), `a line whose failure is ${kind}`, async () => {
      const line = await lineNow(scene().browser, id);
      return (line.failure?.kind ?? null) === kind ? line : null;
    });
  /** Time passes and all that was due has been asked: the demo line, which asks nobody, was read as well. */
  const passForAll = (milliseconds: number) => passAndPoll(scene(), milliseconds, witness);
  const openAt = (id: string) => scene().browser.openPage(`popup.html?line=${id}`);
  const balances = (name: string) =>
    scene()
      .sandbox.log()
      .filter(({ path }) => path === `/v1/lines/${name}/balance`).length;

  it('C18: stops asking when the carrier no longer knows the token, keeps the figure and says so', async () => {
    const { browser, sandbox } = scene();
    const { headline } = await lineNow(browser, signedIn);
    await sandbox.control.tokens.revoke();
    await pass(scene(), 2 * HOURS);
    expect((await fails(signedIn, 'signed-out')).headline).toEqual(headline);
    await fails(byToken, 'signed-out');
    await until('the badge calls', async () => (await browser.badge()).text === '!');
    const asked = balances('calling');
    await passForAll(7 * HOURS);
    await passForAll(7 * HOURS);
    expect(balances('calling')).toBe(asked);
  });

  it("signs in again at the carrier's window and reads at once", async () => {
    const page = await openAt(signedIn);
    await page.see(t('failureSignedOutTitle'));
    const settings = (url: string) => url.endsWith(`options.html#line/${signedIn}/sign-in`);
    await page.click('button', t('popupSignIn'));
    const there = await scene().browser.waitForPage(settings);
    await there.click('button', t('addSignIn'));
    await signInAtCarrier(scene());
    await fails(signedIn, null);
    await there.close();
  });

  it('leads to the settings where a line has no sign-in window but a token', async () => {
    const { browser, sandbox } = scene();
    const page = await browser.openPage(`options.html#line/${byToken}/sign-in`);
    await page.fill(t('fieldTokenLabel'), await sandbox.control.tokens.create());
    await page.click('button', t('addAllow'));
    await fails(byToken, null);
    await page.close();
  });

  it('I01: a permission taken away stops the questions, keeps the figure and is asked for again', async () => {
    const { browser, sandbox } = scene();
    const { headline } = await lineNow(browser, byToken);
    await browser.revokeHost(sandbox.url);
    await pass(scene(), 2 * HOURS);
    expect((await fails(byToken, 'no-access')).headline).toEqual(headline);
    const asked = balances('esim');
    await passForAll(2 * HOURS);
    expect(balances('esim')).toBe(asked);

    const page = await openAt(byToken);
    await page.see(t('failureNoAccessTitle'));
    await page.see(sandbox.host);
    await browser.allowWhenAsked(sandbox.url);
    await page.click('button', t('popupAllow'));
    await fails(byToken, null);
    await page.find('heading', new RegExp(`^${LINE_NAMES.esim}`));
    await page.close();
  });
};
