import { until } from '../until.ts';
import type { Page } from './contract.ts';

/** Waits until a text stands on a page; what stood there instead is told when it never comes. */
export async function seen(page: Page, text: string | RegExp): Promise<void> {
  let all = '';
  const appears = async () => {
    all = await page.text();
    return typeof text === 'string' ? all.includes(text) : text.test(all);
  };
  await until(`"${text}" on the page`, appears).catch((cause) => {
    throw new Error(`"${text}" did not appear; the page says:\n${all}`, { cause });
  });
}
