import { writeFile } from 'node:fs/promises';
import type { Page as PlaywrightPage } from 'playwright-core';
import { until } from '../until.ts';
import type { Page, Role } from './contract.ts';
import { fieldLabelled, focusedThing, readableText } from './in-page.ts';

/** A page driven by Playwright. `shut` ends what was opened for it. */
export class ChromiumPage implements Page {
  readonly #page: PlaywrightPage;
  readonly #shut: () => Promise<void>;

  constructor(page: PlaywrightPage, shut: () => Promise<void> = async () => {}) {
    this.#page = page;
    this.#shut = shut;
  }

  evaluate<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const call = `(async () => JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null))()`;
    return this.#page.evaluate<string>(call).then((text) => JSON.parse(text));
  }

  async url(): Promise<string> {
    return this.#page.url();
  }

  title(): Promise<string> {
    return this.#page.title();
  }

  text(): Promise<string> {
    return this.evaluate(readableText);
  }

  async see(text: string | RegExp): Promise<void> {
    await until(`"${text}" on the page`, async () => {
      const all = await this.text();
      return typeof text === 'string' ? all.includes(text) : text.test(all);
    });
  }

  has(role: Role, name: string): Promise<boolean> {
    return this.#thing(role, name).isVisible();
  }

  find(role: Role, name: string): Promise<void> {
    return this.#thing(role, name).waitFor();
  }

  click(role: Role, name: string): Promise<void> {
    return this.#thing(role, name).click();
  }

  async fill(label: string, value: string): Promise<void> {
    const field = await this.#field(label);
    await field.fill('');
    await field.type(value);
  }

  async choose(label: string, option: string): Promise<void> {
    await (await this.#field(label)).selectOption({ label: option });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  focused(): Promise<string> {
    return this.evaluate(focusedThing);
  }

  async screenshot(file: string): Promise<void> {
    await writeFile(file, await this.#page.screenshot({ animations: 'disabled' }));
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async close(): Promise<void> {
    if (!this.#page.isClosed()) await this.#page.close();
    await this.#shut();
  }

  async closed(): Promise<void> {
    if (!this.#page.isClosed()) await this.#page.waitForEvent('close');
  }

  #thing(role: Role, name: string) {
    return this.#page.getByRole(role, { name, exact: true }).first();
  }

  async #field(label: string) {
    const find = `(${fieldLabelled})(${JSON.stringify(label)})`;
    const found = await until(`field "${label}"`, async () =>
      (await this.#page.evaluateHandle<HTMLElement>(find)).asElement(),
    );
    return found;
  }
}
