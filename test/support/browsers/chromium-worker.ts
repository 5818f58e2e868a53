import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import { until } from '../until.ts';
import type { ShownNotification } from './contract.ts';

interface Kept {
  keptNotifications?: ShownNotification[];
}
declare const chrome: {
  notifications: {
    create(...args: unknown[]): Promise<string>;
  };
};

/** Keeps what the worker has shown: the browser itself tells only the ids. */
function keepNotifications(): void {
  const kept = globalThis as Kept;
  if (kept.keptNotifications) return;
  const shown: ShownNotification[] = [];
  kept.keptNotifications = shown;
  const create = chrome.notifications.create.bind(chrome.notifications);
  chrome.notifications.create = (...args) => {
    const { title, message } = args.findLast((arg) => typeof arg === 'object') as ShownNotification;
    shown.push({ title, message });
    return create(...args);
  };
}

/** The extension's service worker, through its lives. */
export class ChromiumWorker {
  readonly host: string;
  #worker: Worker;
  readonly #session: CDPSession;
  #status = 'running';
  #shownBefore: ShownNotification[] = [];

  private constructor(context: BrowserContext, worker: Worker, session: CDPSession) {
    this.#worker = worker;
    this.#session = session;
    this.host = new URL(worker.url()).host;
    // An extension that was installed anew has another one.
    context.on('serviceworker', (next) => {
      if (new URL(next.url()).host !== this.host) return;
      this.#worker = next;
      void this.#hook();
    });
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const own = versions.filter(({ scriptURL }) => new URL(scriptURL).host === this.host);
      const status = own.at(-1)?.runningStatus;
      if (status === 'running' && this.#status !== 'running') void this.#hook();
      if (status !== undefined) this.#status = status;
    });
  }

  /** Waits for the worker of a browser that has just started. */
  static async of(context: BrowserContext): Promise<ChromiumWorker> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const desk = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(desk);
    const found = new ChromiumWorker(context, worker, session);
    await session.send('ServiceWorker.enable');
    await found.#hook();
    return found;
  }

  get runs(): boolean {
    return this.#status === 'running' || this.#status === 'starting';
  }

  /** Runs a function in the worker, which is started for it. */
  async evaluate<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, args: A): Promise<T> {
    await this.#wake();
    const call = `(async () => JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null))()`;
    return JSON.parse(await this.#worker.evaluate<string>(call)) as T;
  }

  async stop(): Promise<void> {
    this.#shownBefore = await this.notifications();
    await until('the worker has stopped', async () => {
      // One that is only just starting is not stopped by the first call.
      await this.#session.send('ServiceWorker.stopAllWorkers');
      return this.#status === 'stopped';
    });
  }

  async notifications(): Promise<ShownNotification[]> {
    if (this.#status !== 'running') return this.#shownBefore;
    const now = await this.#worker.evaluate(() => (globalThis as Kept).keptNotifications ?? []);
    return [...this.#shownBefore, ...now];
  }

  async #wake(): Promise<void> {
    if (this.#status === 'running') return;
    await this.#session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${this.host}/` });
    await until('the worker runs', () => this.#status === 'running');
  }

  async #hook(): Promise<void> {
    // A worker that is stopped in this very moment has nothing to keep.
    await this.#worker.evaluate(keepNotifications).catch(() => {});
  }
}
