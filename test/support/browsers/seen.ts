import { until } from '../until.ts';
import type { Page } from './contract.ts';

/** Waits until a text stands on a page; what stood there instead is told when it never comes. */
export async function seen(page: Page, text: string | RegExp): Promise<void> {
  const appears = async () => {
    const all = await page.text();
    return typeof text === 'string' ? all.includes(text) : text.test(all);
  };
  await foundOn(page, `"${text}"`, appears);
}

/** As `until`, for something on a page; what the page says instead is told when it never comes. */
export async function foundOn<T>(page: Page, what: string, ask: () => Promise<T>): Promise<NonNullable<T>> {
  try {
    return await until(what, ask);
  } catch (cause) {
    const text = await page.text().catch(() => '(nothing: it has gone)');
    throw new Error(`waited in vain: ${what}; the page says:\n${text}`, { cause });
  }
}
