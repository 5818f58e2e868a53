import type { Deps, NoticeToShow } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { pauseAlerts, snooze } from '../../../utils/app/pause-alerts.ts';
import { pollDue } from '../../../utils/app/poll-due.ts';
import { start } from '../../../utils/app/start.ts';
import { exportText } from '../../../utils/domain/export-format.ts';
import type { Badge } from '../../../utils/domain/glance.ts';
import { toInstant } from '../../../utils/domain/instant.ts';
import { defaultSettings } from '../../../utils/domain/settings.ts';
import { partsIn } from '../importing.ts';
import { aLine } from '../records.ts';
import { seededRandom } from '../seeded-random.ts';
import { LINE, type MonthCarrier } from './carrier.ts';
import type { Hours } from './figures.ts';
import { hostOf, standIns } from './stand-ins.ts';
import { type Disk, emptyDisk, memoryStore } from './store.ts';

export const LINE_ID = 'l1';
const FOREVER = new Promise<never>(() => {});

export interface MonthSetting {
  carrier: MonthCarrier;
  begin: number;
  /** IANA */
  zone: string;
  quietHours: Hours | null;
}

/** A person's two computers over a month, one of them on: each a disk, a carrier for both, and backgrounds in turn. */
export interface MonthWorld {
  /** of the computer that is on */
  disk: Disk;
  now: number;
  /** since they were last taken; `look`: what is due was looked for so often before */
  notices: (NoticeToShow & { look: number })[];
  drawn: { badge: Badge; title: string } | null;
  /** Another background begins. `browser`: the session is gone as well. */
  restart(what: 'background' | 'browser'): Promise<void>;
  /** The alarm rings. `diesAfter`: so many writes later this background is no more. Answers whether it lived on. */
  ring(diesAfter: number | null): Promise<boolean>;
  topUp(): Promise<void>;
  /** The computer's zone (IANA), for every background that begins from now on. */
  travel(zone: string): void;
  /** until when alerts are held back; null = not any longer */
  pause(until: number | null): Promise<void>;
  /** the button of the last notification; false = there was none */
  snooze(): Promise<boolean>;
  /** the file that an export makes */
  save(): Promise<string>;
  /** A file comes in, and the hosts that it names are confirmed. */
  load(text: string): Promise<void>;
  erase(): Promise<void>;
  /** This computer is switched off, and the other one on. */
  change(): Promise<void>;
}

export async function monthWorld({ carrier, begin, zone, quietHours }: MonthSetting): Promise<MonthWorld> {
  const settings = { ...defaultSettings(0.5), quietHours };
  let other = emptyDisk(defaultSettings(0.5));
  const random = seededRandom(11);
  let session = new Map<string, unknown>();
  let [ids, looks] = [0, 0];
  let here = zone;
  let last: string | null = null;
  let life: ReturnType<typeof newLife>;
  const http = hostOf(carrier, () => world.now);
  const command = () => {
    looks += 1;
    return createHandlers(life.deps);
  };
  const world: MonthWorld = {
    disk: emptyDisk(settings),
    now: begin,
    notices: [],
    drawn: null,
    async restart(what) {
      if (what === 'browser') session = new Map();
      life = newLife();
      await start(life.deps);
    },
    async ring(diesAfter) {
      looks += 1;
      life.diesAfter(diesAfter);
      const lived = await Promise.race([pollDue(life.deps).then(() => true), life.death]);
      life.diesAfter(null);
      return lived;
    },
    async topUp() {
      await command()
        ['open-top-up']({ lineId: LINE_ID, order: { offerId: 'extra' } })
        .catch(() => undefined);
    },
    travel: (to) => {
      here = to;
    },
    async pause(until) {
      looks += 1;
      await pauseAlerts(life.deps, LINE_ID, until === null ? null : toInstant(until));
    },
    async snooze() {
      looks += 1;
      // A group speaks of all lines, here of one.
      if (last !== null) await snooze(life.deps, last);
      return last !== null;
    },
    save: async () => exportText(await command()['export-all']({}), toInstant(world.now)),
    async load(text) {
      await command()['import-all']({ parts: partsIn(text) });
      await command()['confirm-hosts']({ lineId: LINE_ID, accept: true });
    },
    erase: async () => void (await command()['erase-all']({})),
    async change() {
      [world.disk, other] = [other, world.disk];
      await world.restart('browser');
    },
  };

  function newLife() {
    let left: number | null = null;
    const death = Promise.withResolvers<false>();
    const write = async () => {
      if (left === null) return;
      left -= 1;
      if (left >= 0) return;
      death.resolve(false);
      await FOREVER;
    };
    const diesAfter = (writes: number | null) => {
      if (left === null || left >= 0) left = writes;
    };
    return { deps: depsOf(world.disk, write), death: death.promise, diesAfter };
  }

  function depsOf(disk: Disk, write: () => Promise<void>): Deps {
    return {
      ...standIns(session, here),
      clock: { now: () => world.now },
      random,
      zone: here,
      store: memoryStore(disk, write),
      settings: {
        get: async () => disk.settings,
        put: async (next) => {
          disk.settings = next;
        },
      },
      http,
      newId: () => `t${++ids}`,
      notify: async (notice) => {
        last = notice.id;
        world.notices.push({ ...notice, look: looks });
      },
      drawToolbar: async (badge, title) => {
        world.drawn = { badge, title };
      },
    };
  }

  const fields = { baseUrl: 'https://api.example/v1', line: LINE };
  world.disk.lines.set(LINE_ID, aLine({ fields, checkoutHosts: ['pay.example'], zone: null }));
  await world.restart('browser');
  return world;
}
