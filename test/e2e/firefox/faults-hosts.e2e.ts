import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command, lineNow } from '../../support/extension/commands.ts';
import { draftOf } from '../../support/extension/connect.ts';
import { beginAdding, connectByToken, finishAdding, LINE_NAMES, t } from '../../support/extension/person.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { asked, becomes } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const allowedHosts = async () => (await browser.permissions.getAll()).origins ?? [];

const hosts: Journey = (scene) => {
  let id = '';
  const withoutAccess = () =>
    becomes(scene(), id, 'without access', ({ failure }) => failure?.kind === 'no-access');

  it('I03: nothing is allowed at installation; the click that adds a line allows its one host', async () => {
    expect(await scene().browser.background(allowedHosts)).toEqual([]);
    const page = await beginAdding(scene());
    await connectByToken(scene(), page, scene().sandbox.demo.token);
    await finishAdding(page, 'esim');
    expect(await scene().browser.background(allowedHosts)).toEqual(['http://127.0.0.1/*']);
    const { lines } = await command(scene().desk, 'state', {});
    id = lines.find(({ name }) => name === LINE_NAMES.esim)?.id ?? '';
    expect(await lineNow(scene().browser, id)).toMatchObject({ state: 'ok', failure: null });
    await page.close();
  });

  it('C11, I01: a host that is taken away is asked no more, not taken for offline; the badge says so, figure and secret stay', async () => {
    const { browser: firefox, sandbox, desk } = scene();
    const { headline } = await lineNow(firefox, id);
    await firefox.revokeHost(sandbox.url);
    await sandbox.control.clearLog();
    expect((await withoutAccess()).headline).toEqual(headline);
    await until('the badge', async () => (await firefox.badge()).text === '!');
    for (let times = 0; times < 3; times += 1) await pass(scene(), 3 * HOURS);
    await command(desk, 'refresh', { lineId: id });
    expect(sandbox.log()).toEqual([]);
    const { lines } = await command(desk, 'state', {});
    expect(lines).toMatchObject([{ id, hasSecret: true }]);
  });

  it('I01: given back, it is asked again by itself and the badge has its figure', async () => {
    const { browser: firefox, sandbox } = scene();
    await firefox.grantHost(sandbox.url);
    await asked(scene(), 'esim', 1);
    await becomes(scene(), id, 'read', ({ failure, state }) => failure === null && state === 'ok');
    await until('the badge', async () => /^\d/.test((await firefox.badge()).text));
  });

  it('I02: a line that has moved to a host not yet allowed waits for a click, and only then asks it', async () => {
    const { browser: firefox, sandbox, desk } = scene();
    const moved = sandbox.baseUrl.replace('127.0.0.1', 'localhost');
    await sandbox.control.clearLog();
    const draft = { ...draftOf(scene(), 'esim'), fields: { baseUrl: moved, line: 'esim' } };
    await command(desk, 'replace-line', { lineId: id, draft });
    await withoutAccess();
    await pass(scene(), 3 * HOURS);
    expect(sandbox.log()).toEqual([]);
    expect(await firefox.background(allowedHosts)).not.toContain('http://localhost/*');
    await firefox.allowWhenAsked(moved);
    const popup = await firefox.openPopup();
    await popup.see(t('popupAllowHosts', new URL(moved).host));
    expect(sandbox.log()).toEqual([]);
    await popup.click('button', t('popupAllow'));
    await asked(scene(), 'esim', 1);
    await becomes(scene(), id, 'read', ({ failure }) => failure === null);
    expect(await firefox.background(allowedHosts)).toContain('http://localhost/*');
    await popup.close();
  });
};

travel('firefox', 'hosts that may be asked', hosts);
