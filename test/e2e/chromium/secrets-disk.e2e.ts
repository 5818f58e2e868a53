import { afterEach, beforeEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command, glance, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { filesWith } from '../../support/extension/damage.ts';
import { t } from '../../support/extension/person.ts';
import { startAgain } from '../../support/extension/restart.ts';
import { HOURS } from '../../support/extension/time.ts';
import { pollsOf } from '../../support/extension/watch.ts';
import { addWitness, passAndPoll } from '../../support/extension/witness.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const PASSPHRASE = 'seven quiet otters read maps';

const secretsOnDisk: Journey = (scene) => {
  let id = '';
  beforeEach(async () => {
    id = await connect(scene(), 'esim');
  });
  afterEach(() => command(scene().desk, 'erase-all', {}));

  const onDisk = (text: string) => filesWith(scene().browser.profileDir, text);
  const setPassphrase = async () => {
    const page = await scene().browser.openPage('options.html#data');
    await page.see(t('dataPassphrasePlain'));
    await page.fill(t('dataPassphraseNew'), PASSPHRASE);
    await page.fill(t('dataPassphraseAgain'), PASSPHRASE);
    await page.click('button', t('dataPassphraseSet'));
    await page.see(t('dataPassphraseOpen'));
    return page;
  };
  const session = () => scene().browser.background(() => browser.storage.session.get(null));
  const polledAgain = async () => {
    const before = pollsOf(scene(), 'esim').length;
    await command(scene().desk, 'refresh', { lineId: null });
    return pollsOf(scene(), 'esim').length - before;
  };

  it('G01: a token stands plainly on the disk until a passphrase is set, and from then on nowhere', async () => {
    const { sandbox } = scene();
    const { token } = sandbox.demo;
    expect(onDisk(token)).not.toEqual([]);
    const page = await setPassphrase();
    expect(onDisk(token)).toEqual([]);
    const second = await sandbox.control.tokens.create();
    await page.close();
    await command(scene().desk, 'replace-line', {
      lineId: id,
      draft: {
        ...{ providerId: 'account-api', kind: 'esim', name: 'Travel eSIM', signInId: null, secretFrom: id },
        fields: { baseUrl: sandbox.baseUrl, line: 'esim' },
        secrets: { token: second },
      },
    });
    expect(await polledAgain()).toBe(1);
    await startAgain(scene());
    expect(await glance(scene().browser)).toMatchObject({ locked: true });
    for (const secret of [token, second, PASSPHRASE]) expect(onDisk(secret)).toEqual([]);
  });

  it('G02: the key to the secrets is kept in memory alone, neither as text nor as bytes on the disk', async () => {
    const page = await setPassphrase();
    const { secretsKey } = (await session()) as { secretsKey: { key: string } };
    const bytes = Buffer.from(secretsKey.key, 'base64');
    expect(bytes).toHaveLength(32);
    expect(onDisk(secretsKey.key)).toEqual([]);
    expect(filesWith(scene().browser.profileDir, bytes)).toEqual([]);
    await page.close();
    await startAgain(scene());
    expect(filesWith(scene().browser.profileDir, bytes)).toEqual([]);
    expect(await session()).not.toHaveProperty('secretsKey');
  });

  it('G13: locking takes the key from memory at once, calls in the badge and asks nobody', async () => {
    const { browser: chromium } = scene();
    const witness = await addWitness(scene());
    const page = await setPassphrase();
    await page.click('button', t('dataPassphraseLock'));
    await page.see(t('dataPassphraseLocked'));
    expect(JSON.stringify(await session())).not.toContain('secretsKey');
    await until('the badge calls', async () => (await chromium.badge()).text === '!');
    const asked = pollsOf(scene(), 'esim').length;
    await passAndPoll(scene(), witness, 7 * HOURS);
    expect(await polledAgain()).toBe(0);
    expect(pollsOf(scene(), 'esim')).toHaveLength(asked);
    const popup = await chromium.openPage(`popup.html?line=${id}`);
    await popup.see('3.14 GB');
    await popup.fill(t('popupPassphrase'), 'not the passphrase');
    await popup.click('button', t('popupUnlock'));
    await popup.see(t('errorPassphraseWrong'));
    await popup.fill(t('popupPassphrase'), PASSPHRASE);
    await popup.click('button', t('popupUnlock'));
    await until('the line is asked again', () => pollsOf(scene(), 'esim').length > asked);
    expect((await lineNow(chromium, id)).state).not.toBe('locked');
    await popup.close();
    await page.close();
  });

  it('G13: erasing everything takes token, lines, badge and permission away at once', async () => {
    const { browser: chromium, sandbox } = scene();
    const page = await chromium.openPage('options.html#data');
    await page.click('button', t('dataErase'));
    await page.mark(t('dataEraseUnderstood'));
    await page.click('button', t('dataEraseNow'));
    await page.see(t('dataErased'));
    expect(await chromium.badge()).toMatchObject({ text: '', title: t('tooltipNone') });
    expect(onDisk(sandbox.demo.token)).toEqual([]);
    expect((await chromium.background(() => browser.permissions.getAll())).origins).toEqual([]);
    const asked = sandbox.log().length;
    await command(scene().desk, 'refresh', { lineId: null });
    expect(sandbox.log()).toHaveLength(asked);
    expect((await command(scene().desk, 'state', {})).lines).toEqual([]);
    await page.close();
  });
};

travel('chromium', 'secrets on the disk', secretsOnDisk);
