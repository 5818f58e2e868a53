import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { Page } from '../browsers/contract.ts';
import { until } from '../until.ts';

declare const browser: typeof extensionApi;

/** Less than half of axe's text, which every page is given. */
const SMALL: typeof axe = createRequire(import.meta.url)('axe-core/axe.min.js');

/** Waits until a page has its heading and nothing on it moves, so that its colours are those that stay. */
export async function settled(page: Page): Promise<void> {
  await until('a page at rest', () =>
    page.evaluate(() => document.querySelector('h1') !== null && document.getAnimations().length === 0),
  );
}

/**
 * What axe finds wrong with a page, by WCAG 2.2 AA and its own best practices: `rule: element`. `rules`: these alone.
 */
export async function accessibilityOf(page: Page, ...rules: string[]): Promise<string[]> {
  // Sent as the text of a function: the page's policy lets no script of another origin in.
  await page.evaluate(new Function(SMALL.source) as () => void);
  return page.evaluate(async (only) => {
    const { axe: inside } = globalThis as unknown as { axe: typeof axe };
    const options = only.length > 0 ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } };
    const { violations } = await inside.run(document, { ...options, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
}

/** Things that stick out of the page sideways, as their markup's beginning. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isUnseen = (element: Element) => element.closest('.unseen, [hidden]') !== null;
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && !isUnseen(element) && (left < -1 || right > root.clientWidth + 1);
    });
    const wide = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} px`] : [];
    return [...wide, ...out.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Magnifies the page as a person does; the browser remembers it for all pages of the extension. */
export async function magnify(page: Page, factor: number): Promise<void> {
  await page.evaluate(async (times) => {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.setZoom(tab.id, times);
  }, factor);
}

/** What cannot be reached with Tab, and what shows no sign of having the focus, as the beginnings of their markup. */
export async function unreachableOf(page: Page): Promise<string[]> {
  const tabbable = await page.evaluate(() => {
    const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const found = [...document.querySelectorAll<HTMLElement>(all)].filter((element) => {
      const isOne = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
      return element.checkVisibility() && !element.matches(':disabled') && element.tabIndex >= 0 && !isOne;
    });
    for (const element of found) element.dataset.toReach = '';
    (document.activeElement as HTMLElement | null)?.blur();
    return found.length;
  });
  const faint = new Set<string>();
  for (let presses = 0; presses < tabbable + 3; presses += 1) {
    await page.press('Tab');
    const unmarked = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      delete element.dataset.toReach;
      const framesOf = (inner: Element) => [inner.parentElement, inner.parentElement?.parentElement ?? null];
      const outlined = (each: Element, part?: string) => getComputedStyle(each, part).outlineStyle !== 'none';
      const isMarked =
        outlined(element) ||
        outlined(element, '::after') ||
        framesOf(element).some((each) => each !== null && outlined(each));
      return isMarked ? null : `no sign of focus: ${element.outerHTML.slice(0, 120)}`;
    });
    if (unmarked !== null) faint.add(unmarked);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-to-reach]')].map((element) => element.outerHTML.slice(0, 120)),
  );
  return [...missed, ...faint];
}
