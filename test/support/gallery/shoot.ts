import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { LANGUAGE_NAMES } from '../words.ts';
import { STATES } from './states.ts';

/*
 * Pictures of the popup in every state, into artifacts/gallery/, and a list of what overflows or what axe objects to.
 *   node test/support/gallery/shoot.ts [state ...]     only these states
 *   ALL=1 node test/support/gallery/shoot.ts           every language and theme for every state
 */

const OUT = 'artifacts/gallery';
const WIDTH = 360;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/lib/chromium/chromium';

interface Look {
  name: string;
  language: string;
  theme: string;
  dir?: string;
  zoom?: number;
  /** the system's own few colours */
  forced?: boolean;
  /** text alone at 200 % */
  large?: boolean;
}

const ENGLISH: Look = { name: 'en', language: 'en', theme: 'light' };
const LOOKS: Look[] = [
  ...LANGUAGE_NAMES.flatMap((language) =>
    ['light', 'dark'].map((theme) => ({ name: `${language}-${theme}`, language, theme })),
  ),
  { name: 'rtl', language: 'en', theme: 'light', dir: 'rtl' },
  { name: 'zoom', language: 'en', theme: 'light', zoom: 2 },
  { name: 'forced', language: 'en', theme: 'dark', forced: true },
  { name: 'large-text', language: 'en', theme: 'light', large: true },
];

function looksOf(index: number): Look[] {
  if (process.env.ALL) return LOOKS;
  return [LOOKS[index % LOOKS.length] ?? ENGLISH];
}

/** The height of all of it, so that what is sticky stands where it ends. */
function heightOf(): number {
  return Math.max(600, document.querySelector('.popup')?.scrollHeight ?? 0);
}

/** Elements that stick out of the page, as their classes. */
function overflowing(): string[] {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll<HTMLElement>('#root *')]
    .filter((element) => !element.closest('.unseen'))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > edge + 1 || element.scrollWidth > element.clientWidth + 1;
    })
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
}

async function shoot(page: Page, base: string, state: string, look: Look): Promise<string[]> {
  const query = new URLSearchParams({
    state,
    language: look.language,
    theme: look.theme,
    dir: look.dir ?? 'ltr',
  });
  await page.goto(`${base}test/support/gallery/index.html?${query}`);
  await page.locator('.popup').waitFor();
  await page.waitForLoadState('networkidle');
  if (look.large) await page.addStyleTag({ content: 'html { font-size: 200% }' });
  if (!look.zoom)
    await page.setViewportSize({
      width: look.large ? 2 * WIDTH : WIDTH,
      height: await page.evaluate(heightOf),
    });
  await page.screenshot({ path: `${OUT}/${state}.${look.name}.png`, fullPage: true });
  const found = [...(await page.evaluate(overflowing)), ...(await objections(page, look))];
  return found.map((what) => `${state} ${look.name}: ${what}`);
}

/** What axe objects to, contrast and target sizes included. */
async function objections(page: Page, look: Look): Promise<string[]> {
  await page.evaluate(axe.source);
  // It does not see the colours that the system forces.
  const rules = { 'color-contrast': { enabled: !look.forced } };
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    { rules },
  );
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function pageFor(browser: Browser, look: Look): Promise<Page> {
  const zoom = look.zoom ?? 1;
  const viewport = { width: look.large ? 2 * WIDTH : WIDTH, height: 600 / zoom };
  return browser.newPage({
    viewport,
    deviceScaleFactor: zoom,
    reducedMotion: 'reduce',
    forcedColors: look.forced ? 'active' : 'none',
  });
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const wanted = process.argv.slice(2);
  const names = Object.keys(STATES).filter((name) => wanted.length === 0 || wanted.includes(name));
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
  for (const [index, name] of names.entries()) {
    for (const look of looksOf(index)) {
      const page = await pageFor(browser, look);
      page.on('pageerror', (error) => problems.push(`${name} ${look.name}: ${error.message}`));
      problems.push(...(await shoot(page, base, name, look)));
      await page.close();
    }
  }
  await browser.close();
  await server.close();
  process.stdout.write(`${names.length} states\n${problems.join('\n')}\n`);
}

await main();
