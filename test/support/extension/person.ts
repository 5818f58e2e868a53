import type { LineId } from '../../sandbox/vocabulary.ts';
import type { Page } from '../browsers/contract.ts';
import { wordsFor } from '../words.ts';
import { command } from './commands.ts';
import type { Scene } from './scene.ts';

/* What a person does with the extension, by the words that stand on it. All in English. */

export const { t } = wordsFor('en');

/** How the sandbox's carrier calls its lines. */
export const LINE_NAMES: Record<LineId, string> = {
  esim: 'Travel eSIM',
  'data-card': 'Pocket Wi-Fi',
  phone: 'Prepaid phone',
  calling: 'Calling card',
  'number-keeping': 'Kept number',
};

/** From the first page to the account API's form, with the sandbox's address typed in. */
export async function beginAdding({ browser, sandbox }: Scene): Promise<Page> {
  const page = await browser.openPage('options.html#add');
  await page.fill(t('addSearch'), 'account api');
  await page.click('link', /^Account API/);
  await page.fill(t('fieldBaseUrlLabel'), sandbox.baseUrl);
  return page;
}

/** Types a token, allows access and arrives at the account's lines. */
export async function connectByToken(scene: Scene, page: Page, token: string): Promise<void> {
  const { browser, sandbox } = scene;
  await page.fill(t('fieldTokenLabel'), token);
  await browser.allowWhenAsked(sandbox.url);
  await page.click('button', t('addAllow'));
}

/** Signs in at the carrier's own window and allows the access that it asks for. */
export async function connectBySignIn(scene: Scene, page: Page): Promise<void> {
  const { browser, sandbox } = scene;
  await browser.allowWhenAsked(sandbox.url);
  await page.click('button', t('addSignIn'));
  await signInAtCarrier(scene);
}

/** What is done in the carrier's window. */
export async function signInAtCarrier({ browser, sandbox }: Scene): Promise<void> {
  const window = await browser.waitForPage((url) => url.startsWith(`${sandbox.url}/oauth/`));
  await window.fill('User', sandbox.demo.user);
  await window.fill('Password', sandbox.demo.password);
  await window.click('button', 'Sign in');
  await window.click('button', 'Allow');
}

/** Chooses a line of the account, confirms its payment addresses and saves it. */
export async function finishAdding(page: Page, lineId: LineId): Promise<void> {
  const name = LINE_NAMES[lineId];
  await page.mark(new RegExp(`^${name}`));
  await page.click('button', t('addNext'));
  await page.see(t('addReadsTitle'));
  await page.mark(t('addPayConfirm'));
  await page.click('button', t('addSave'));
  await page.see(t('addSaved', name));
}

/** The whole way by the carrier's window. Answers the line's id. */
export async function addBySignIn(scene: Scene, lineId: LineId): Promise<string> {
  const page = await beginAdding(scene);
  await connectBySignIn(scene, page);
  await finishAdding(page, lineId);
  await page.close();
  const { lines } = await command(scene.desk, 'state', {});
  const added = lines.find(({ name }) => name === LINE_NAMES[lineId]);
  if (!added) throw new Error(`${LINE_NAMES[lineId]} is not among the lines`);
  return added.id;
}

/** Goes on with the Tab key until what has the focus fits. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (name.test(await page.focused())) return;
    await page.press('Tab');
  }
  throw new Error(`Tab never reached ${name}`);
}
