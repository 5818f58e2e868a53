import { expect } from 'vitest';
import type { Page } from '../browsers/contract.ts';
import { accessibilityOf, magnify, overflowOf, settled, unreachableOf } from './looks.ts';

/** axe finds nothing, Tab reaches everything, and nothing sticks out. */
export async function expectUsable(page: Page, address: string): Promise<void> {
  expect(await overflowOf(page), address).toEqual([]);
  expect(await accessibilityOf(page), address).toEqual([]);
  expect(await unreachableOf(page), address).toEqual([]);
}

/** Nothing sticks out at 200 % either, nor where the page is written from the right. */
export async function expectFits(page: Page, address: string): Promise<void> {
  await magnify(page, 2);
  expect(await overflowOf(page), address).toEqual([]);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  expect(await overflowOf(page), `${address}, from the right`).toEqual([]);
  await magnify(page, 1);
}

/** In dark colours everything stands out enough. The page is left in them. */
export async function expectLegibleInTheDark(page: Page, address: string): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await settled(page);
  expect(await accessibilityOf(page, 'color-contrast'), address).toEqual([]);
}
