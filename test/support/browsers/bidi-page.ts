import { writeFile } from 'node:fs/promises';
import { until } from '../until.ts';
import type { Bidi, NodeReference } from './bidi.ts';
import { holds, labelled, located, reachable } from './bidi-elements.ts';
import type { Name, Page, Role } from './contract.ts';
import { focusedThing, readableText } from './in-page.ts';
import { strokes, typing } from './keys.ts';
import { foundOn, seen } from './seen.ts';

const SELECT_ALL = '(element) => { element.focus(); element.select?.(); return element; }';

/** A page driven by WebDriver BiDi. */
export class BidiPage implements Page {
  readonly #bidi: Bidi;
  readonly #context: string;
  readonly #isOpen: () => Promise<boolean>;
  readonly #shut: () => Promise<void>;

  constructor(bidi: Bidi, context: string, isOpen: () => Promise<boolean>, shut: () => Promise<void>) {
    this.#bidi = bidi;
    this.#context = context;
    this.#isOpen = isOpen;
    this.#shut = shut;
  }

  evaluate<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.#bidi.call(this.#context, work, args);
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  title(): Promise<string> {
    return this.evaluate(() => document.title);
  }

  text(): Promise<string> {
    return this.evaluate(readableText);
  }

  see(text: string | RegExp): Promise<void> {
    return seen(this, text);
  }

  async has(role: Role, name: Name): Promise<boolean> {
    return (await this.#located(role, name)) !== null;
  }

  async find(role: Role, name: Name): Promise<void> {
    await foundOn(this, `${role} "${name}"`, () => this.#located(role, name));
  }

  async click(role: Role, name: Name): Promise<void> {
    await this.#clickOn(`${role} "${name}"`, () => this.#located(role, name));
  }

  async mark(label: Name): Promise<void> {
    await this.#clickOn(`choice "${label}"`, () => labelled(this.#bidi, this.#context, label, 'label'));
  }

  async fill(label: string, value: string): Promise<void> {
    // A page that has just opened may still move the focus, which would swallow what is typed.
    await foundOn(this, `"${value}" in the field "${label}"`, async () => {
      await this.#bidi.callForNode(this.#context, SELECT_ALL, [await this.#field(label)]);
      await this.press('Delete');
      await this.type(value);
      return holds(this.#bidi, this.#context, await this.#field(label), value);
    });
  }

  async choose(label: string, option: string): Promise<void> {
    const field = await this.#field(label);
    // A list that has the focus takes typed letters for the start of an option's words.
    await this.#bidi.callForNode(this.#context, '(element) => { element.focus(); return element; }', [field]);
    await this.type(option);
  }

  press(key: string): Promise<void> {
    return this.#perform({ type: 'key', id: 'keyboard', actions: strokes(key) });
  }

  type(text: string): Promise<void> {
    return this.#perform({ type: 'key', id: 'keyboard', actions: typing(text) });
  }

  focused(): Promise<string> {
    return this.evaluate(focusedThing);
  }

  async screenshot(file: string): Promise<void> {
    const params = { context: this.#context };
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', params);
    await writeFile(file, Buffer.from(data, 'base64'));
  }

  async reload(): Promise<void> {
    await this.#bidi.send('browsingContext.reload', { context: this.#context, wait: 'complete' });
  }

  async close(): Promise<void> {
    await this.#shut();
    await this.closed();
  }

  async closed(): Promise<void> {
    await until('the page has closed', async () => !(await this.#isOpen()));
  }

  #field(label: Name): Promise<NodeReference> {
    return foundOn(this, `field "${label}"`, () => labelled(this.#bidi, this.#context, label, 'field'));
  }

  #located(role: Role, name: Name): Promise<NodeReference | null> {
    return located(this.#bidi, this.#context, role, name);
  }

  async #clickOn(what: string, find: () => Promise<NodeReference | null>): Promise<void> {
    const element = await foundOn(this, `${what} to click`, async () => {
      const found = await find();
      return found && reachable(this.#bidi, this.#context, found);
    });
    const origin = { type: 'element', element };
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#perform({ type: 'pointer', id: 'mouse', actions });
  }

  async #perform(source: object): Promise<void> {
    await this.#bidi.send('input.performActions', { context: this.#context, actions: [source] });
  }
}
