import { afterEach, beforeEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command, lineNow } from '../../support/extension/commands.ts';
import { connect, draftOf } from '../../support/extension/connect.ts';
import { beginAdding, t } from '../../support/extension/person.ts';
import { HOURS } from '../../support/extension/time.ts';
import { asked, fails, pollsOf } from '../../support/extension/watch.ts';
import { addWitness, passAndPoll } from '../../support/extension/witness.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const hosts: Journey = (scene) => {
  beforeEach(() => scene().sandbox.control.clearLog());
  afterEach(() => command(scene().desk, 'erase-all', {}));

  it('I01: a host taken away stops the polls and calls in the badge, and given back it goes on', async () => {
    const { browser: chromium, sandbox, desk } = scene();
    const witness = await addWitness(scene());
    const id = await connect(scene(), 'esim');
    const { headline } = await lineNow(chromium, id);
    const before = pollsOf(scene(), 'esim').length;
    await chromium.revokeHost(sandbox.url);
    await passAndPoll(scene(), witness, 2 * HOURS);
    expect((await fails(scene(), id, 'no-access')).headline).toEqual(headline);
    await until('the badge calls', async () => (await chromium.badge()).text === '!');
    await passAndPoll(scene(), witness, 7 * HOURS);
    expect(pollsOf(scene(), 'esim')).toHaveLength(before);
    const { lines } = await command(desk, 'state', {});
    expect(lines.find((line) => line.id === id)).toMatchObject({ hasSecret: true });
    await chromium.grantHost(sandbox.url);
    await asked(scene(), 'esim', before + 1);
    await until('the line is read again', async () => (await lineNow(chromium, id)).failure === null);
  });

  it('I02: a line that has moved to a host never allowed asks nobody until the person allows it by a click', async () => {
    const { browser: chromium, sandbox, desk } = scene();
    const witness = await addWitness(scene());
    const id = await connect(scene(), 'esim');
    const moved = sandbox.baseUrl.replace('127.0.0.1', 'localhost');
    const draft = { ...draftOf(scene(), 'esim'), fields: { baseUrl: moved, line: 'esim' } };
    await command(desk, 'replace-line', { lineId: id, draft });
    await sandbox.control.clearLog();
    await passAndPoll(scene(), witness, 7 * HOURS);
    await fails(scene(), id, 'no-access');
    expect(sandbox.log()).toEqual([]);
    const popup = await chromium.openPage(`popup.html?line=${id}`);
    await popup.see(t('failureNoAccessTitle'));
    await popup.see('localhost');
    await chromium.allowWhenAsked(moved);
    await popup.click('button', t('popupAllow'));
    await asked(scene(), 'esim', 1);
    await until('the line is read', async () => (await lineNow(chromium, id)).failure === null);
    await popup.close();
  });

  it('I04: access is asked for within the click itself, in the popup and in the form', async () => {
    const { browser: chromium, sandbox } = scene();
    const id = await connect(scene(), 'esim');
    await chromium.revokeHost(sandbox.url);
    await command(scene().desk, 'refresh', { lineId: id });
    await fails(scene(), id, 'no-access');
    /** Notes at each request whether a gesture is going on. */
    const note = () => {
      const { permissions } = browser;
      const request = permissions.request.bind(permissions);
      const seen: (string | undefined)[] = [];
      Object.assign(globalThis, { seen });
      const noting = (asked: Parameters<typeof request>[0]) => {
        seen.push(navigator.userActivation.isActive ? globalThis.event?.type : 'no gesture');
        return request(asked);
      };
      Object.assign(permissions, { request: noting });
    };
    const noted = () => (globalThis as unknown as { seen: string[] }).seen;

    const popup = await chromium.openPage(`popup.html?line=${id}`);
    await popup.evaluate(note);
    await chromium.allowWhenAsked(sandbox.url);
    await popup.click('button', t('popupAllow'));
    await until('the request', async () => (await popup.evaluate(noted)).length > 0);
    expect(await popup.evaluate(noted)).toEqual(['click']);
    await popup.close();

    const page = await beginAdding(scene());
    await page.evaluate(note);
    await page.fill(t('fieldTokenLabel'), sandbox.demo.token);
    await page.click('button', t('addAllow'));
    await page.find('button', t('addNext'));
    expect(await page.evaluate(noted)).toEqual(['submit']);
    await page.close();
  });
};

travel('chromium', 'hosts', hosts);
