import { writeFile } from 'node:fs/promises';
import type { Page as PlaywrightPage } from 'playwright-core';
import type { Name, Page, Role } from './contract.ts';
import { fieldLabelled, focusedThing, readableText } from './in-page.ts';
import { patternOf } from './names.ts';
import { foundOn, seen } from './seen.ts';

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

  see(text: string | RegExp): Promise<void> {
    return seen(this, text);
  }

  has(role: Role, name: Name): Promise<boolean> {
    return this.#thing(role, name).isVisible();
  }

  async find(role: Role, name: Name): Promise<void> {
    await foundOn(this, `${role} "${name}"`, () => this.has(role, name));
  }

  async click(role: Role, name: Name): Promise<void> {
    await this.find(role, name);
    await this.#thing(role, name).click();
  }

  async fill(label: string, value: string): Promise<void> {
    // A page that has just opened may still move the focus, which would swallow what is typed.
    await foundOn(this, `"${value}" in the field "${label}"`, async () => {
      const field = await this.#field(label);
      await field.fill('');
      await field.type(value);
      return (await field.inputValue()) === value;
    });
  }

  async mark(label: Name): Promise<void> {
    await (await this.#field(label, 'label')).click();
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

  #thing(role: Role, name: Name) {
    return this.#page.getByRole(role, { name, exact: true }).first();
  }

  #field(label: Name, part: 'field' | 'label' = 'field') {
    const args = JSON.stringify([patternOf(label), part]);
    const find = `(${fieldLabelled})(...${args})`;
    return foundOn(this, `field "${label}"`, async () =>
      (await this.#page.evaluateHandle<HTMLElement>(find)).asElement(),
    );
  }
}
