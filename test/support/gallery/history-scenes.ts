import type { Page } from 'playwright-core';
import type { Scene } from './options-scenes.ts';

const openTables = async (page: Page) => {
  for (const summary of await page.locator('summary').all()) await summary.click();
};
const point = async (page: Page) => {
  const chart = page.locator('.scrub').first();
  const box = await chart.boundingBox();
  if (box) await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
};

/** The states of the history page. */
export const HISTORY_SCENES: Record<string, Scene> = {
  history: { world: 'one', hash: '#', act: point },
  'history-all-lines': { world: 'some', hash: '#range=90' },
  'history-week-hours': { world: 'one', hash: '#range=7&per=hour' },
  'history-quarter-hours': { world: 'one', hash: '#range=90&per=hour' },
  'history-years': { world: 'one', hash: '#range=all' },
  'history-credit': { world: 'some', hash: '#line=line-3&range=90' },
  'history-tables': { world: 'one', hash: '#range=7', act: openTables },
  'history-young': { world: 'young', hash: '#' },
  'history-none': { world: 'none', hash: '#' },
  'history-empty': { world: 'empty', hash: '#' },
  'history-demo': { world: 'demo', hash: '#' },
  'history-trouble': { world: 'trouble', hash: '#' },
};
