import { writeFile } from 'node:fs/promises';
import { until } from '../until.ts';
import type { Bidi, NodeReference } from './bidi.ts';
import type { Name, Page, Role } from './contract.ts';
import { fieldLabelled, focusedThing, readableText, thingNamed } from './in-page.ts';
import { strokes, typing } from './keys.ts';
import { patternOf } from './names.ts';
import { seen } from './seen.ts';

/** Scrolls to an element and answers whether a click on its middle would reach it. */
const CLICKABLE = `(element) => {
  element.scrollIntoView({ block: 'center', inline: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const open = !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true';
  return open && (element.contains(hit) || (hit?.contains(element) ?? false)) ? element : null;
}`;

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
    await until(`${role} "${name}"`, () => this.#located(role, name));
  }

  async click(role: Role, name: Name): Promise<void> {
    await this.#clickOn(`${role} "${name}"`, () => this.#located(role, name));
  }

  async mark(label: Name): Promise<void> {
    await this.#clickOn(`choice "${label}"`, () => this.#field(label, 'label'));
  }

  async fill(label: string, value: string): Promise<void> {
    const field = await this.#field(label);
    await this.#bidi.callForNode(this.#context, SELECT_ALL, [field]);
    await this.press('Delete');
    await this.type(value);
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

  #field(label: Name, part: 'field' | 'label' = 'field'): Promise<NodeReference> {
    const args = [patternOf(label), part];
    return until(`field "${label}"`, () =>
      this.#bidi.callForNode(this.#context, String(fieldLabelled), args),
    );
  }

  async #located(role: Role, name: Name): Promise<NodeReference | null> {
    if (typeof name !== 'string') {
      return this.#bidi.callForNode(this.#context, String(thingNamed), [role, name.source]);
    }
    const { nodes } = await this.#bidi.send<{ nodes: NodeReference[] }>('browsingContext.locateNodes', {
      context: this.#context,
      locator: { type: 'accessibility', value: { role, name } },
      maxNodeCount: 1,
    });
    const [node] = nodes;
    return node ? { sharedId: node.sharedId } : null;
  }

  async #clickOn(what: string, find: () => Promise<NodeReference | null>): Promise<void> {
    const element = await until(`${what} to click`, async () => {
      const found = await find();
      return found && this.#bidi.callForNode(this.#context, CLICKABLE, [found]);
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
