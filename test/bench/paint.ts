import type { browser as extensionApi } from 'wxt/browser';
import type { Bench } from './chromium.ts';

declare const browser: typeof extensionApi;

/** When a page painted, in milliseconds. */
export interface Paint {
  /** since the epoch, when its loading began */
  began: number;
  /** since then: anything at all */
  first: number;
  /** since then: the figure; the first paint where the page has no script to tell */
  figure: number;
}

/** Runs in the page. */
async function painted(): Promise<Paint> {
  const firstOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
  const isStatic = document.scripts.length === 0;
  for (;;) {
    const first = firstOf('first-contentful-paint');
    const figure = isStatic ? first : firstOf('figure');
    // A mark is set at the beginning of a frame, which may be earlier than the paint before it was told.
    if (first !== undefined && figure !== undefined)
      return { began: performance.timeOrigin, first, figure: Math.max(first, figure) };
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A page of the extension in a tab of its own. */
export function paintInTab(bench: Bench, file: string): Promise<Paint> {
  return bench.look(file, () => bench.openTab(file), painted);
}

/** The toolbar's popup with that page: milliseconds from the call that opens it to the figure. */
export async function paintInPopup(bench: Bench, file: string): Promise<number> {
  let asked = 0;
  const open = async () => {
    asked = await bench.desk(async (popup) => {
      await browser.action.setPopup({ popup });
      const at = performance.timeOrigin + performance.now();
      await browser.action.openPopup();
      return at;
    }, file);
  };
  const { began, figure } = await bench.look(file, open, painted);
  return began + figure - asked;
}

/**
 * The popup as it stands when it has painted, without its scripts: what it would take to show the same with no
 * work at all.
 */
export async function stillOf(bench: Bench, file: string): Promise<string> {
  const html = await bench.look(
    file,
    () => bench.openTab(file),
    () => document.documentElement.outerHTML,
  );
  const still = html.replace(/<script[^>]*><\/script>/g, '').replace(/<link rel="modulepreload"[^>]*>/g, '');
  if (still === html) throw new Error(`${file} has no script to leave out`);
  return `<!doctype html>${still}`;
}
