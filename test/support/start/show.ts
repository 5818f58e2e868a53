import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { LINE_IDS } from '../../sandbox/vocabulary.ts';
import { goToPayment } from '../extension/checkout.ts';
import { connect } from '../extension/connect.ts';
import { LINE_NAMES, t } from '../extension/person.ts';
import { openScene, type Scene } from '../extension/scene.ts';
import { ROOT } from '../run/tools.ts';
import { interrupted } from './interrupted.ts';
import type { StartOptions } from './options.ts';

/** Use runs this much faster than the clock, so that a line which is watched really drains. */
const SPEED = 60;

/** A carrier, a browser and a line of each kind, ready to click; without a display, pictures of them. */
export async function show({ browser, headed }: StartOptions): Promise<void> {
  const stop = interrupted();
  const scene = await openScene(browser, { mode: 'production', headed, sandbox: { speed: SPEED } });
  try {
    const { url, demo } = scene.sandbox;
    console.log(`Carrier: ${url}  (user ${demo.user}, password ${demo.password}, token ${demo.token})`);
    await Promise.race([
      stop,
      connectAll(scene).then(() => (headed ? handOver(scene) : takePictures(scene))),
    ]);
  } finally {
    await scene.close();
  }
}

async function connectAll(scene: Scene): Promise<void> {
  for (const lineId of LINE_IDS) await connect(scene, lineId);
  console.log(`Connected: ${LINE_IDS.join(', ')}`);
}

async function handOver({ browser, desk }: Scene): Promise<void> {
  await browser.pinToToolbar();
  // The extension has opened its form for a first line, which there is by now.
  for (const address of (await browser.addresses()).filter((each) => each.endsWith('#add'))) {
    await (await browser.waitForPage((url) => url === address)).close();
  }
  await browser.openPage('options.html');
  await desk.close();
  console.log('The browser is yours: click the ring in its toolbar. Ctrl-C or closing it ends all.');
  await browser.closed();
}

async function takePictures(scene: Scene): Promise<void> {
  const { browser } = scene;
  const folder = path.join(ROOT, 'artifacts');
  await mkdir(folder, { recursive: true });
  const options = await browser.openPage('options.html');
  await options.see(LINE_NAMES.esim);
  await options.screenshot(path.join(folder, 'options.png'));
  const popup = await browser.openPopup();
  await popup.see(t('popupHolds'));
  await popup.screenshot(path.join(folder, 'popup.png'));
  console.log(`\n${(await popup.text()).replace(/\n{2,}/g, '\n')}\n`);
  const checkout = await goToPayment(scene, popup, /./);
  await checkout.screenshot(path.join(folder, 'checkout.png'));
  console.log('There is no display, so pictures were taken: artifacts/popup.png, options.png, checkout.png.');
}
