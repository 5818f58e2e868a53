import { setTimeout as pause } from 'node:timers/promises';
import { removeProfile, withProfile } from '../support/browsers/profile.ts';
import { until } from '../support/until.ts';
import { Cdp } from './cdp.ts';
import { ended, startChromium } from './chromium-process.ts';

interface Target {
  targetId: string;
  type: string;
  url: string;
}
interface Versions {
  versions: { scriptURL: string; runningStatus: string }[];
}

/** A look at a page takes time from it: it is left alone for as long, in milliseconds. */
const UNDISTURBED = 400;

/** A Chromium with the extension, and a page of it that shows nothing and from which things are done. */
export interface Bench {
  version: string;
  /** Runs a function on that page; see `Cdp.evaluate`. */
  desk<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Does something that opens a page, leaves that alone until it has surely painted, looks at it and closes it. */
  look<T>(file: string, open: () => Promise<unknown>, see: () => T | Promise<T>): Promise<T>;
  /** A tab with a page of the extension. */
  openTab(file: string): Promise<void>;
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export function startBench(extension: string): Promise<Bench> {
  return withProfile(async (profile) => {
    const [child, address] = await startChromium(profile, extension);
    const cdp = await Cdp.connect(address);
    const close = async () => {
      await cdp.send('Browser.close').catch(() => {});
      await ended(child);
      await removeProfile(profile);
    };
    try {
      return await benchOf(cdp, close);
    } catch (error) {
      await close();
      throw error;
    }
  });
}

async function benchOf(cdp: Cdp, close: () => Promise<void>): Promise<Bench> {
  const targets = async () => (await cdp.send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos;
  const worker = await until('the worker', async () =>
    (await targets()).find(({ type, url }) => type === 'service_worker' && url.endsWith('/background.js')),
  );
  const addressOf = (file: string) => new URL(file, worker.url).href;
  const openTab = async (file: string) => {
    await cdp.send('Target.createTarget', { url: addressOf(file) });
  };
  await openTab('manifest.json');
  const find = (file: string) =>
    until(`a page with ${file}`, async () =>
      (await targets()).find(({ type, url }) => type === 'page' && url === addressOf(file)),
    );
  const attach = async ({ targetId, url }: Target) => {
    const session = await cdp.attach(targetId);
    const loaded = () => document.readyState === 'complete' && location.href;
    await until(`${url} has loaded`, async () => (await cdp.evaluate(session, loaded)) === url);
    return session;
  };
  const desk = await attach(await find('manifest.json'));
  let running = 'running';
  cdp.on<Versions>('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const own = versions.findLast(({ scriptURL }) => scriptURL === worker.url);
    running = own?.runningStatus ?? running;
  });
  await cdp.send('ServiceWorker.enable', {}, desk);
  const { product } = await cdp.send<{ product: string }>('Browser.getVersion');
  return {
    version: product,
    desk: (work, ...args) => cdp.evaluate(desk, work, ...args),
    look: async (file, open, see) => {
      await open();
      const target = await find(file);
      const { targetId } = target;
      await pause(UNDISTURBED);
      const seen = await cdp.evaluate(await attach(target), see);
      await cdp.send('Target.closeTarget', { targetId });
      await until('the page has closed', async () =>
        (await targets()).every((each) => each.targetId !== targetId),
      );
      return seen;
    },
    openTab,
    stopWorker: async () => {
      // One that is just starting is not stopped by the first word.
      await until('the worker has stopped', async () => {
        await cdp.send('ServiceWorker.stopAllWorkers', {}, desk);
        return running === 'stopped';
      });
    },
    close: async () => {
      await close();
      cdp.close();
    },
  };
}
