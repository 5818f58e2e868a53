import { until } from '../until.ts';
import type { Bidi } from './bidi.ts';
import { BidiPage } from './bidi-page.ts';
import type { Page } from './contract.ts';

interface Tree {
  contexts: { context: string; url: string }[];
}

/** The tabs of all windows. */
export class FirefoxTabs {
  readonly #bidi: Bidi;

  constructor(bidi: Bidi) {
    this.#bidi = bidi;
  }

  async open(url: string): Promise<Page> {
    const { context } = await this.#bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return this.#tab(context);
  }

  async waitFor(fits: (url: string) => boolean): Promise<Page> {
    const find = async () => (await this.#tree()).find(({ url }) => fits(url));
    return this.#tab((await until('a page with a fitting address', find)).context);
  }

  async addresses(): Promise<string[]> {
    return (await this.#tree()).map(({ url }) => url);
  }

  #tab(context: string): Page {
    const isOpen = async () => (await this.#tree()).some((each) => each.context === context);
    const shut = async () => {
      await this.#bidi.send('browsingContext.close', { context });
    };
    return new BidiPage(this.#bidi, context, isOpen, shut);
  }

  async #tree(): Promise<Tree['contexts']> {
    return (await this.#bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0 })).contexts;
  }
}
