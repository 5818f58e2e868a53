import { beforeEach, expect, it } from 'vitest';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import type { Page } from '../../support/browsers/contract.ts';
import { command } from '../../support/extension/commands.ts';
import { GIB, seeItFall, seeLeft, untilLeft } from '../../support/extension/left.ts';
import { t } from '../../support/extension/person.ts';
import type { Scene } from '../../support/extension/scene.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

const LINE = 'esim';
const MOST_PRESSES = 60;

const fieldsIn = ({ sandbox }: Scene) => {
  const { url = '', headers = '' } = dialectsOf(sandbox).fields('custom-json', LINE);
  const [name = '', key = ''] = headers.split(': ');
  return { url, name, key };
};

export const mapping: Journey = (scene) => {
  beforeEach(async () => {
    await scene().sandbox.control.lines.reset();
    await scene().sandbox.control.lines.drain(LINE, 3 * GIB);
  });

  it('a person points at what is left, sees the reading, saves the line, and sees it fall', async () => {
    const { sandbox, desk } = scene();
    const page = await begin(scene());
    await fetchAnswer(scene(), page);
    await point(page, /^left: /);
    await point(page, /^size: /);
    await seeLeft(page, 3 * GIB);
    const lineId = await save(scene(), page, 'Harbour');
    await seeItFall(scene(), lineId, { line: LINE, from: 3 * GIB, to: GIB });
    const told = dialectsOf(sandbox)
      .log()
      .flatMap(({ secrets }) => secrets);
    expect(new Set(told)).toEqual(new Set(['custom-json apiKey: header x-key']));
    await command(desk, 'remove-line', { lineId, keepReceipts: false });
  });

  it('a person does all of it with the keyboard alone', async () => {
    const { browser, desk } = scene();
    const { url, name, key } = fieldsIn(scene());
    const page = await browser.openPage('options.html#add/custom-json');
    await page.find('button', t('mapFetch'));
    await tabTo(page, `INPUT ${t('fieldUrlLabel')}`);
    await page.type(url);
    await tabTo(page, `INPUT ${t('mapHeaderName')}`);
    await page.press('Control+a');
    await page.type(name);
    await tabTo(page, `INPUT ${t('mapHeaderValue')}`);
    await page.type(key);
    await browser.allowWhenAsked(new URL(url).origin);
    await tabTo(page, `BUTTON ${t('mapFetch')}`);
    await page.press('Enter');
    await page.find('treeitem', /^left: /);
    await tabTo(page, `DIV ${t('mapWhole')}`);
    await keyTo(page, 'ArrowDown', 'DIV left: ');
    await page.press('Enter');
    await tabTo(page, `BUTTON ${t('mapUse')}`);
    await page.press('Enter');
    await seeLeft(page, 3 * GIB);
    await tabTo(page, `BUTTON ${t('mapNext')}`);
    await page.press('Enter');
    await page.see(t('addReadsTitle'));
    await tabTo(page, `BUTTON ${t('addSave')}`);
    await page.press('Enter');
    await page.see(/ was added\./);
    await page.close();
    const { lines } = await command(desk, 'state', {});
    expect(lines).toMatchObject([{ providerId: 'custom-json', origins: [new URL(url).origin] }]);
    const lineId = lines[0]?.id ?? '';
    await command(desk, 'remove-line', { lineId, keepReceipts: false });
  });

  it('a mapping goes to another person as a file, without the key', async () => {
    const { url, key } = fieldsIn(scene());
    const first = await begin(scene());
    await fetchAnswer(scene(), first);
    await point(first, /^left: /);
    await first.evaluate(keepSaved);
    await first.click('button', t('mapFileSave'));
    const file = await first.evaluate(savedText);
    expect(file).not.toContain(key);
    expect(JSON.parse(file)).toMatchObject({ url, secretHeaders: ['x-key'] });
    await first.close();

    const second = await scene().browser.openPage('options.html#add/custom-json');
    await second.find('button', t('mapFileOpen'));
    await second.evaluate(chooseFile, file);
    await second.see(t('mapFileOpened'));
    await second.see(new URL(url).host);
    await second.fill(t('mapHeaderValue'), key);
    await fetchAnswer(scene(), second);
    await seeLeft(second, 3 * GIB);
    await second.close();
  });
};

/** JMESPath, which the background has evaluated in a page that nobody sees. */
export const expressions: Journey = (scene) => {
  beforeEach(async () => {
    await scene().sandbox.control.lines.reset();
    await scene().sandbox.control.lines.drain(LINE, 3 * GIB);
  });

  it('a person types an expression that selects the bundles, and the background reads by it', async () => {
    const { browser, sandbox, desk } = scene();
    const page = await begin(scene());
    await fetchAnswer(scene(), page);
    await page.fill(t('mapAt'), "bundles[?unit=='B']");
    await page.choose(t('mapItemField'), 'left');
    await page.click('button', t('mapUse'));
    await seeLeft(page, 3 * GIB);
    const lineId = await save(scene(), page, 'Selected');
    await sandbox.control.lines.drain(LINE, GIB);
    await pass(scene(), 3 * HOURS);
    await untilLeft(scene(), lineId, GIB);
    const popup = await browser.openPopup();
    await seeLeft(popup, GIB);
    await popup.close();
    await command(desk, 'remove-line', { lineId, keepReceipts: false });
  });
};

/** The form of an endpoint, filled in. */
async function begin(scene: Scene): Promise<Page> {
  const { url, name, key } = fieldsIn(scene);
  const page = await scene.browser.openPage('options.html#add');
  await page.fill(t('addSearch'), 'json');
  await page.click('link', /^Custom JSON/);
  await page.fill(t('fieldUrlLabel'), url);
  await page.fill(t('mapHeaderName'), name);
  await page.fill(t('mapHeaderValue'), key);
  return page;
}

async function fetchAnswer(scene: Scene, page: Page): Promise<void> {
  await scene.browser.allowWhenAsked(new URL(fieldsIn(scene).url).origin);
  await page.click('button', t('mapFetch'));
  await page.find('treeitem', /^left: /);
}

async function point(page: Page, value: RegExp): Promise<void> {
  await page.click('treeitem', value);
  await page.click('button', t('mapUse'));
}

async function save(scene: Scene, page: Page, name: string): Promise<string> {
  await page.click('button', t('mapNext'));
  await page.see(t('addReadsTitle'));
  await page.fill(t('lineName'), name);
  await page.click('button', t('addSave'));
  await page.see(t('addSaved', name));
  await page.close();
  const { lines } = await command(scene.desk, 'state', {});
  const added = lines.find((line) => line.name === name);
  if (!added) throw new Error(`${name} is not among the lines`);
  return added.id;
}

const tabTo = (page: Page, wanted: string) => keyTo(page, 'Tab', wanted);

/** Presses a key until the focus is on what begins so. */
async function keyTo(page: Page, key: string, wanted: string): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const before = await page.focused();
    await page.press(key);
    const now = await until('the focus to move', async () => {
      const focused = await page.focused();
      return focused === before ? null : focused;
    });
    if (now.startsWith(wanted)) return;
  }
  throw new Error(`${key} never reached ${wanted}`);
}

/* In the page. */

function keepSaved(): void {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    Object.assign(globalThis, { savedBlob: blob });
    return make(blob);
  };
}

function savedText(): Promise<string> {
  return (globalThis as unknown as { savedBlob: Blob }).savedBlob.text();
}

function chooseFile(text: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([text], 'mapping.json', { type: 'application/json' }));
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}
