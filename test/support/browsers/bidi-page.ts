import { writeFile } from 'node:fs/promises';
import { until } from '../until.ts';
import type { Bidi, NodeReference } from './bidi.ts';
import type { Page, Role } from './contract.ts';
import { fieldLabelled, focusedThing, readableText } from './in-page.ts';
import { strokes, typing } from './keys.ts';

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

  async see(text: string | RegExp): Promise<void> {
    await until(`"${text}" on the page`, async () => {
      const all = await this.text();
      return typeof text === 'string' ? all.includes(text) : text.test(all);
    });
  }

  async has(role: Role, name: string): Promise<boolean> {
    return (await this.#located(role, name)) !== null;
  }

  async find(role: Role, name: string): Promise<void> {
    await until(`${role} "${name}"`, () => this.#located(role, name));
  }

  async click(role: Role, name: string): Promise<void> {
    const element = await until(`${role} "${name}" to click`, async () => {
      const found = await this.#located(role, name);
      return found && this.#bidi.callForNode(this.#context, CLICKABLE, [found]);
    });
    await this.#point(element);
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

  #field(label: string): Promise<NodeReference> {
    return until(`field "${label}"`, () =>
      this.#bidi.callForNode(this.#context, String(fieldLabelled), [label]),
    );
  }

  async #located(role: Role, name: string): Promise<NodeReference | null> {
    const { nodes } = await this.#bidi.send<{ nodes: NodeReference[] }>('browsingContext.locateNodes', {
      context: this.#context,
      locator: { type: 'accessibility', value: { role, name } },
      maxNodeCount: 1,
    });
    const [node] = nodes;
    return node ? { sharedId: node.sharedId } : null;
  }

  #point(element: NodeReference): Promise<void> {
    const origin = { type: 'element', element };
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    return this.#perform({ type: 'pointer', id: 'mouse', actions });
  }

  async #perform(source: object): Promise<void> {
    await this.#bidi.send('input.performActions', { context: this.#context, actions: [source] });
  }
}
