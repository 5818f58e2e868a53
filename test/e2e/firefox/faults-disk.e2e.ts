import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command } from '../../support/extension/commands.ts';
import { connect, draftOf } from '../../support/extension/connect.ts';
import { filesWith } from '../../support/extension/damage.ts';
import { t } from '../../support/extension/person.ts';
import { restarted, sessionOf } from '../../support/extension/restart.ts';
import { openScene, type Scene } from '../../support/extension/scene.ts';
import { until } from '../../support/until.ts';

declare const browser: typeof extensionApi;

const PASSPHRASE = 'eleven otters under the old bridge';

describe('what lies on the disk of Firefox', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene('firefox');
  });
  afterAll(() => scene.close());

  /** The files that hold it. */
  const found = (what: string | Buffer) => filesWith(scene.browser.profileDir, what);
  /** A Firefox that has just started moves what it stores from one file to another. */
  const isFound = (what: string) => until('it on the disk', async () => found(what).length > 0);

  it('G01: without a passphrase a token lies there, as the page says where it is typed', async () => {
    await connect(scene, 'esim');
    scene = await restarted(scene);
    await isFound(scene.sandbox.demo.token);
    const page = await scene.browser.openPage('options.html#data');
    await page.see(t('dataPassphrasePlain'));
    await page.close();
  });

  it('G01: a passphrase that is set takes it from there, as soon as Firefox was closed', async () => {
    await command(scene.desk, 'set-passphrase', { passphrase: PASSPHRASE });
    scene = await restarted(scene);
    expect(found(scene.sandbox.demo.token)).toEqual([]);
    expect(found(PASSPHRASE)).toEqual([]);
  });

  it('G01: a token entered under a passphrase never lies there, while Firefox runs or after', async () => {
    const { sandbox, desk } = scene;
    await command(desk, 'unlock', { passphrase: PASSPHRASE });
    const token = await sandbox.control.tokens.create();
    const draft = { ...draftOf(scene, 'phone'), secrets: { token } };
    await command(desk, 'add-line', { draft, topUpUrl: null, confirmedHosts: [] });
    expect(found(token)).toEqual([]);
    scene = await restarted(scene);
    expect(found(token)).toEqual([]);
  });

  it('G02: the key that opens the secrets never lies there in any form, though what it is made with does', async () => {
    await command(scene.desk, 'unlock', { passphrase: PASSPHRASE });
    const { key } = (await sessionOf(scene.desk)).secretsKey as { key: string };
    const raw = Buffer.from(key, 'base64');
    const forms = [raw, key, raw.toString('hex'), [...raw].join(',')];
    expect(raw).toHaveLength(32);
    expect(forms.flatMap(found)).toEqual([]);
    const head = await scene.desk.evaluate(async () => (await browser.storage.local.get('secrets')).secrets);
    scene = await restarted(scene);
    expect(forms.flatMap(found)).toEqual([]);
    await isFound((head as { wrapping: { salt: string } }).wrapping.salt);
  });
});
