import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { LANGUAGE_NAMES } from '../words.ts';
import { HISTORY_SCENES } from './history-scenes.ts';
import { SCENES, type Scene } from './options-scenes.ts';

/*
 * Pictures of the options page and of the history page into artifacts/gallery-options/, and a list of what overflows.
 *   node test/support/gallery/options-shoot.ts [scene ...]     only these scenes
 *   ALL=1 node test/support/gallery/options-shoot.ts           every look for every scene
 */

const OUT = 'artifacts/gallery-options';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/lib/chromium/chromium';

interface Look {
  name: string;
  language: string;
  theme: string;
  width: number;
  dir?: string;
  /** the browser's zoom: half the room, twice the pixels */
  zoom?: number;
  forced?: boolean;
}

const LOOKS: Look[] = [
  ...LANGUAGE_NAMES.flatMap((language) =>
    ['light', 'dark'].map((theme) => ({ name: `${language}-${theme}`, language, theme, width: 1100 })),
  ),
  { name: 'zoom', language: 'en', theme: 'light', width: 1100, zoom: 2 },
  { name: 'narrow', language: 'en', theme: 'dark', width: 360 },
  { name: 'rtl', language: 'en', theme: 'light', width: 1100, dir: 'rtl' },
  { name: 'forced', language: 'en', theme: 'dark', width: 1100, forced: true },
];

function looksOf(index: number): Look[] {
  const wanted = process.env.LOOK;
  if (wanted) return LOOKS.filter(({ name }) => wanted.split(',').includes(name));
  if (process.env.ALL) return LOOKS;
  return LOOKS.filter((_, at) => at === index % LOOKS.length);
}

/** What axe finds of the rules of WCAG 2.2 AA. It cannot see the colours that a system forces. */
async function violations(page: Page, look: Look): Promise<string[]> {
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
  return page.evaluate(async (contrast) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, { rules: { 'color-contrast': { enabled: contrast } } });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`),
    );
  }, look.forced !== true);
}

/** Elements that stick out of the page, as their classes. */
function overflowing(): string[] {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll<HTMLElement>('#root *')]
    .filter((element) => !element.closest('.unseen, .skip, dialog:not([open]), select, textarea, input'))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > edge + 1 || element.scrollWidth > element.clientWidth + 1;
    })
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
}

async function shoot(page: Page, base: string, name: string, scene: Scene, look: Look): Promise<string[]> {
  const { language, theme, dir = 'ltr' } = look;
  const query = new URLSearchParams({ world: scene.world, language, theme, dir });
  const file = name in HISTORY_SCENES ? 'history.html' : 'options.html';
  await page.goto(`${base}test/support/gallery/${file}?${query}${scene.hash}`);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  await scene.act?.(page);
  await page.waitForTimeout(60);
  await page.screenshot({ path: `${OUT}/${name}.${look.name}.png`, fullPage: true });
  const wrong = [...(await page.evaluate(overflowing)), ...(await violations(page, look))];
  return wrong.map((what) => `${name} ${look.name}: ${what}`);
}

async function pageFor(browser: Browser, { zoom = 1, width, forced }: Look): Promise<Page> {
  return browser.newPage({
    viewport: { width: width / zoom, height: 800 / zoom },
    deviceScaleFactor: zoom,
    reducedMotion: 'reduce',
    forcedColors: forced ? 'active' : 'none',
  });
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const wanted = process.argv.slice(2);
  const all = { ...SCENES, ...HISTORY_SCENES };
  const scenes = Object.entries(all).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const server = await createServer({
    root: process.cwd(),
    configFile: false,
    server: { port: 0, hmr: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const problems: string[] = [];
  for (const [index, [name, scene]] of scenes.entries()) {
    for (const look of looksOf(index)) {
      const page = await pageFor(browser, look);
      page.on('pageerror', (error) => problems.push(`${name} ${look.name}: ${error.message}`));
      problems.push(...(await shoot(page, base, name, scene, look)));
      await page.close();
    }
  }
  await browser.close();
  await server.close();
  process.stdout.write(`${scenes.length} scenes\n${problems.join('\n')}\n`);
}

await main();
