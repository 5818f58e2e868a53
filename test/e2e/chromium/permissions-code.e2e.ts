import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Violations, watchViolations } from '../../support/browsers/chromium-violations.ts';
import type { Page } from '../../support/browsers/contract.ts';
import { command } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const IMAGE = '<img src=x onerror="globalThis.ran=1">';
const SCRIPT = '"><script>globalThis.ran=1</script>';
/** A name that reads the other way round, with letters of no width. */
const HIDDEN = 'Data\u202E 1\u200BGB\u2066 \uFEFFplan\u0007';
const SCREENS = ['main', 'lines', 'top-up', 'help', 'pause'];
const PLACES = ['line', 'top-up'];
/** An image that no page of ours may load: what broke a rule before it has been told by the time it is. */
const LAST = 'https://last.invalid/';
const SECTIONS = ['lines', 'add', 'alerts', 'appearance', 'data', 'about'];

const code: Journey = (scene) => {
  let id = '';
  let violations: Violations | null = null;
  const seen = () => violations?.seen() ?? [];
  beforeAll(async () => {
    violations = await watchViolations(scene().browser.profileDir);
    id = await connect(scene(), 'esim');
  });
  afterAll(() => violations?.stop());
  afterEach(() => scene().sandbox.control.faults.clear());

  /** The carrier answers with what it says, changed. */
  const tells = async (path: string, change: (told: Record<string, unknown>) => object) => {
    const { sandbox } = scene();
    const headers = { authorization: `Bearer ${sandbox.demo.token}` };
    const told = (await (await fetch(`${sandbox.url}${path}`, { headers })).json()) as Record<
      string,
      unknown
    >;
    const body = JSON.stringify({ ...told, ...change(told) });
    await sandbox.control.faults.add({ path, fault: { kind: 'body', body } });
  };
  const named = (name: string) =>
    tells('/v1/lines/esim/balance', ({ buckets }) => ({
      planName: name,
      buckets: (buckets as object[]).map((bucket) => ({ ...bucket, label: name })),
    }));
  const read = async () => {
    await command(scene().desk, 'remove-line', { lineId: id, keepReceipts: false });
    id = await connect(scene(), 'esim');
  };

  /** Every page of the extension and every screen of the popup, each looked at in turn. */
  const walk = async (look: (page: Page, address: string) => Promise<void>) => {
    for (const address of [
      ...SCREENS.map((screen) => `popup.html?line=${id}&screen=${screen}`),
      ...SECTIONS.map((section) => `options.html#${section}`),
      ...PLACES.map((place) => `options.html#${place}/${id}`),
      `history.html?line=${id}`,
    ]) {
      const page = await scene().browser.openPage(address);
      await until(`words on ${address}`, async () => (await page.text()).trim().length > 20);
      await look(page, address);
      await page.close();
    }
  };

  /** All that broke a rule so far. It is told a moment later, so a page breaks one on purpose and is waited for. */
  const seenSoFar = async () => {
    const page = await scene().browser.openPage('popup.html');
    await page.evaluate((src) => void Object.assign(new Image(), { src }), LAST);
    const at = () => seen().findIndex((text) => text.includes(LAST));
    await until('the violation on purpose', () => at() >= 0);
    await page.close();
    return seen().slice(0, at());
  };

  it('D15, I07: markup and scripts in names stand there as text, run nowhere and break no policy', async () => {
    await named(IMAGE);
    await tells('/v1/lines/esim/offers', ({ offers }) => ({
      offers: (offers as object[]).map((offer) => ({ ...offer, name: SCRIPT })),
    }));
    await tells('/v1/help', () => ({
      accountUrl: 'javascript:globalThis.ran=1',
      termsUrl: 'data:text/html,x',
    }));
    await read();
    await command(scene().desk, 'edit-line', { lineId: id, edit: { name: IMAGE } });
    // The page of the history names lines where there are several.
    await command(scene().desk, 'add-demo', {});
    await scene().browser.stopBackground();
    await walk(async (page, address) => {
      if (address.startsWith('history'))
        await until('the name among the lines', () => page.evaluate(isThere, IMAGE));
      else if (address.includes(id)) await page.see(/top-up/.test(address) ? SCRIPT : IMAGE);
      const found = await page.evaluate(() => ({
        ran: 'ran' in globalThis,
        foreign: document.querySelectorAll('img[src=x], [onerror], script:not([src])').length,
        links: [...document.links].map((link) => link.protocol).filter((each) => /script|data/.test(each)),
      }));
      expect(found, address).toEqual({ ran: false, foreign: 0, links: [] });
    });
    expect(await seenSoFar()).toEqual([]);
  });

  it('D14: what cannot be seen is taken out of a name, and no name turns its surroundings round', async () => {
    await named(HIDDEN);
    await read();
    const popup = await scene().browser.openPage(`popup.html?line=${id}`);
    await popup.see('Data 1GB plan');
    // In the bar, and among what the line holds, which comes after the first paint.
    await until('the name set apart in both places', () =>
      popup.evaluate(
        (name) =>
          [...document.querySelectorAll('bdi')].filter((each) => each.textContent === name).length > 1,
        'Data 1GB plan',
      ),
    );
    expect(await popup.text()).not.toMatch(/\p{Cf}/u);
    expect(await popup.text()).not.toContain('\u0007');
    await popup.close();
  });

  it('I08: a string that reaches a place for markup or code is refused, and the refusal is seen', async () => {
    const before = seen().length;
    for (const file of ['popup.html', 'options.html']) {
      const page = await scene().browser.openPage(file);
      const refused = await page.evaluate(() => {
        const sinks = [
          () => Object.assign(document.body, { innerHTML: '<p>x</p>' }),
          () => document.body.insertAdjacentHTML('beforeend', '<p>x</p>'),
          () => Object.assign(document.createElement('script'), { text: 'x' }),
          () => new DOMParser().parseFromString('<p>x</p>', 'text/html'),
        ];
        return sinks.map((sink) => {
          try {
            return String(sink());
          } catch (error) {
            return (error as Error).name;
          }
        });
      });
      expect(refused).toEqual(Array(4).fill('TypeError'));
      await page.see(file === 'popup.html' ? t('popupHelp') : t('lineTitle'));
      await page.close();
    }
    await until('the violations', () => seen().length >= before + 8);
  });
};

function isThere(text: string): boolean {
  return document.body.textContent.includes(text);
}

travel('chromium', 'code', code);
