import { expect, it } from 'vitest';
import { askedIn, MAY_ASK } from '../../sandbox/dialects/asked.ts';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import type { Page } from '../../support/browsers/contract.ts';
import { fillForm, providerOf, saveLine } from '../../support/extension/add-provider.ts';
import { command, simulateTime } from '../../support/extension/commands.ts';
import { GIB, seeItFall, seeLeft } from '../../support/extension/left.ts';
import { t } from '../../support/extension/person.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { alarmRuns, fails } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

const LINE = 'data-card';
/** What a browser asks for while its person looks at the device's own page. */
const PERSONS = /^\/(sign-(in|out)|favicon\.ico|assets\/.*)?$/;

/**
 * Devices that ask for a password, which their owner types on their own page: the extension never has it, and so can
 * lock no device by trying.
 */
export const devicePassword: Journey = (scene) => {
  const log = (isPersons: boolean) =>
    dialectsOf(scene().sandbox)
      .log()
      .filter(({ path }) => PERSONS.test(path) === isPersons);
  const byItself = () => log(false);
  /** What its owner does on the device's own page. */
  const signIn = async (device: Page, password = '', said: string) => {
    await device.fill('Password', password);
    await device.click('button', 'Log in');
    await device.see(said);
  };
  /** The device forgets who signed in, is left alone by the extension, and is read when its owner has come back. */
  const signsOutAndIn = async (id: string, lineId: string) => {
    const { browser: driver, sandbox } = scene();
    const { address = '', password } = dialectsOf(sandbox).fields(id, LINE);
    const device = await driver.openUrl(`http://${address}/sign-out`);
    await pass(scene(), 3 * HOURS);
    await fails(scene(), lineId, 'signed-out');
    const asked = byItself().length;
    for (let times = 0; times < 3; times += 1) {
      await simulateTime(driver, await sandbox.control.clock.advance(3 * HOURS));
      await alarmRuns(scene());
    }
    expect(byItself()).toHaveLength(asked);
    await signIn(device, password, 'Signed in');
    await device.close();
    const popup = await driver.openPopup();
    await popup.see(t('failureDeviceSignedOutTitle'));
    await popup.see(t('failureDeviceSignedOutHelp', address));
    await seeLeft(popup, GIB);
    await sandbox.control.lines.drain(LINE, 2 * GIB);
    await popup.click('button', t('popupRetry'));
    await seeLeft(popup, 2 * GIB);
    await popup.close();
    await (await driver.openUrl(`http://${address}/sign-out`)).close();
  };

  it.each(['huawei-hilink', 'zte-goform'])(
    '%s: a person adds the device, signs in on its page when it asks, sees the figure, and sees it fall',
    async (id) => {
      const { browser: driver, sandbox } = scene();
      const provider = providerOf(id);
      const typed = dialectsOf(sandbox).fields(id, LINE);
      const [origin = ''] = provider.origins(typed);
      await sandbox.control.lines.drain(LINE, 3 * GIB);
      await sandbox.control.habits({ askPassword: [id] });
      const form = await fillForm(scene(), provider, typed);
      await form.click('button', t('addAllow'));
      await form.see(t('addFailureDeviceSignedOut', provider.name));
      const device = await driver.openUrl(origin);
      await signIn(device, 'another', 'Wrong password');
      const asked = byItself().length;
      await form.click('button', t('addAllow'));
      await until('the device was asked again', () => byItself().length > asked);
      await form.see(t('addFailureDeviceSignedOut', provider.name));
      await signIn(device, typed.password, 'Signed in');
      await device.close();
      const lineId = await saveLine(scene(), form, provider);
      await seeItFall(scene(), lineId, { line: LINE, from: 3 * GIB, to: GIB });
      await signsOutAndIn(id, lineId);
      await command(scene().desk, 'remove-line', { lineId, keepReceipts: false });

      const itself = askedIn(byItself());
      expect(itself.hosts).toEqual([new URL(origin).host]);
      expect(itself.requests).toEqual(MAY_ASK[id]?.requests.toSorted());
      expect(itself.secrets).toEqual([...(MAY_ASK[id]?.secrets ?? []), 'owner: header cookie'].toSorted());
      expect(log(true).filter(({ method }) => method === 'POST')).toHaveLength(3);
      expect(sandbox.log()).toEqual([]);
    },
  );
};
