import { afterAll, it } from 'vitest';
import type { Page } from '../../support/browsers/contract.ts';
import { command } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { settled } from '../../support/extension/looks.ts';
import { t } from '../../support/extension/person.ts';
import { seedHistory } from '../../support/extension/stored-history.ts';
import { expectFits, expectLegibleInTheDark, expectUsable } from '../../support/extension/usable.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const LINES = 50;
const DAYS_OF_HISTORY = 8;
const LONG_NAME = 'Unlimited Weekend Traveller Plus with Roaming in 42 Countries';

const SCREENS = ['main', 'lines', 'top-up', 'help', 'pause'];
const SECTIONS = ['lines', 'add', 'add/account-api', 'alerts', 'appearance', 'data', 'about'];

const looks: Journey = (scene) => {
  let id = '';
  afterAll(() => command(scene().desk, 'erase-all', {}));

  const addresses = () => [
    ...SCREENS.map((screen) => `popup.html?line=${id}&screen=${screen}`),
    `history.html?line=${id}`,
    ...[...SECTIONS, `line/${id}`, `top-up/${id}`].map((section) => `options.html#${section}`),
  ];
  /** Looks at pages in turn, each when it has come to rest. */
  const walk = async (all: string[], look: (page: Page, address: string) => Promise<void>) => {
    for (const address of all) {
      const page = await scene().browser.openPage(address);
      await settled(page);
      if (/history/.test(address)) await page.find('heading', t('historyRemaining'));
      if (/top-up/.test(address)) await page.see('Data 1 GB');
      await look(page, address);
      await page.close();
    }
  };

  it('F13: with no line, both pages can be used by keyboard and by ear, and fit at 200 %', async () => {
    await walk(['popup.html', 'options.html#lines'], async (page, address) => {
      await expectUsable(page, address);
      await expectFits(page, address);
    });
  });

  it('F13: every page can be used by keyboard and by ear, in the dark, at 200 % and from the right', async () => {
    id = await connect(scene(), 'esim');
    await seedHistory(scene().desk, id, DAYS_OF_HISTORY * 96);
    await walk(addresses(), async (page, address) => {
      await expectUsable(page, address);
      await expectFits(page, address);
      await expectLegibleInTheDark(page, address);
    });
  });

  it('pages that are open take on the theme that is chosen', async () => {
    const page = await scene().browser.openPage('popup.html');
    const { settings } = await command(scene().desk, 'state', {});
    for (const theme of ['dark', 'light'] as const) {
      await command(scene().desk, 'put-settings', { settings: { ...settings, theme } });
      await until(`a ${theme} page`, async () => {
        return (await page.evaluate(() => document.documentElement.dataset.theme)) === theme;
      });
    }
    await page.close();
  });

  it('F13: fifty lines with long names fit, and can be used by keyboard and by ear', async () => {
    const { desk } = scene();
    const file = await command(desk, 'export-all', {});
    const more = file.lines.slice(0, 1).flatMap((line) =>
      Array.from({ length: LINES - 1 }, (_, index) => {
        return { ...line, id: `more-${index}`, name: `${LONG_NAME} ${index}`, order: index + 1 };
      }),
    );
    await command(desk, 'import-all', { parts: { ...file, lines: more } });
    await walk([`popup.html?line=${id}&screen=lines`, 'options.html#lines'], async (page, address) => {
      await page.see(`${LONG_NAME} ${LINES - 2}`);
      await expectUsable(page, address);
    });
    await walk(
      ['popup.html?line=more-7&screen=main', 'options.html#line/more-7', 'options.html#lines'],
      expectFits,
    );
  });

  it('F13: a line is chosen, help is read and left, with the keyboard alone', async () => {
    const page = await scene().browser.openPage(`popup.html?line=${id}`);
    const goTo = async (key: string, name: RegExp) => {
      const met: string[] = [];
      while (met.length < 50) {
        await page.press(key);
        met.push(await page.focused());
        if (name.test(met.at(-1) ?? '')) return;
      }
      throw new Error(`${key} never reached ${name}, but ${[...new Set(met)].join('; ')}`);
    };
    await settled(page);
    await goTo('Tab', new RegExp(t('popupSwitchLine')));
    await page.press('Enter');
    await page.find('heading', t('popupLines'));
    await goTo('Tab', /^BUTTON Travel eSIM/);
    // Which line stands first depends on how they fare.
    await page.press('Home');
    await goTo('ArrowDown', new RegExp(`^BUTTON ${LONG_NAME} 1(?!\\d)`));
    await page.press('Enter');
    await page.find('heading', new RegExp(`${LONG_NAME} 1`));
    await goTo('Tab', new RegExp(`^BUTTON ${t('popupHelp')}`));
    await page.press('Enter');
    const focusOn = (what: string) => until(what, async () => (await page.focused()) === what);
    await focusOn(`H1 ${t('helpOf', `${LONG_NAME} 1`)}`);
    await page.press('Escape');
    await focusOn(`BUTTON ${t('popupHelp')}`);
    await page.close();
  });
};

travel('chromium', 'looks', looks);
