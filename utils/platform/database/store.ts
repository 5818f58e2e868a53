import type { Store } from '../../app/ports.ts';
import { toInstant } from '../../domain/instant.ts';
import { createSession, type SessionStore } from '../session.ts';
import { createAccess } from './access.ts';
import { compactRows } from './compact.ts';
import { createJournal } from './journal.ts';
import { createLines } from './lines.ts';
import { createLocalCopy } from './local-copy.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { noticesOf } from './notices.ts';
import { createReader } from './reader.ts';
import { glanceIn } from './reconcile.ts';
import { createRoom } from './room.ts';
import { put } from './rows.ts';
import { GLANCE_ID } from './tables.ts';

/** What is stored of lines and their history. No method rejects because of a row that cannot be read. */
export interface DataStore extends Store {
  /** Closes the database; the next call opens it again. */
  close(): void;
}

export interface StoreOptions {
  clock: { now(): number };
  session?: Pick<SessionStore, 'get' | 'set' | 'remove'>;
  /** Settles after so many milliseconds. */
  wait?(ms: number): Promise<void>;
  migrations?: readonly Migration[];
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The one store of the background; pages ask the background, and the popup reads the glance. */
export function createStore({
  clock,
  session,
  wait = pause,
  migrations = MIGRATIONS,
}: StoreOptions): DataStore {
  const now = () => clock.now();
  const copy = createLocalCopy(now);
  const journal = createJournal(session ?? createSession());
  const access = createAccess({ now, wait, migrations, copy, journal });
  const room = createRoom(access, now);
  const reader = createReader(access, () => toInstant(now()));
  return {
    ...createLines({ access, room, copy, list: () => reader.list('lines') }),
    line: (id) => reader.one('lines', id),
    reading: (lineId) => reader.one('readings', lineId),
    attempt: (lineId) => reader.one('attempts', lineId),
    putAttempt: (attempt) => room.write(put('attempts', [attempt])),
    samples: (lineId, from) => reader.ofLine('samples', lineId, from),
    lastSample: reader.lastSample,
    putSamples: (samples) => room.write(put('samples', samples)),
    alerts: (lineId) => reader.ofLine('alerts', lineId),
    putAlerts: (alerts) => room.write(put('alerts', alerts)),
    topUps: (lineId) => (lineId === undefined ? reader.list('topUps') : reader.ofLine('topUps', lineId)),
    topUp: (id) => reader.one('topUps', id),
    putTopUp: (topUp) => room.write(put('topUps', [topUp])),
    savePoll: ({ attempt, reading, sample, alerts, topUps }) =>
      room.write([
        ...put('attempts', [attempt]),
        ...put('readings', reading ? [reading] : []),
        ...put('samples', sample ? [sample] : []),
        ...put('alerts', alerts ?? []),
        ...put('topUps', topUps ?? []),
      ]),
    glance: () => access.run(async (rows) => glanceIn(await rows.get('glance', GLANCE_ID))),
    putGlance: async (glance) => {
      await room.write(put('glance', [{ id: GLANCE_ID, glance }]));
      await copy.putGlance(glance);
    },
    compact: (at) => access.run((rows) => compactRows(rows, at)),
    eraseAll: async () => {
      await copy.beginErasing();
      if (await access.erase()) await copy.endErasing();
    },
    notices: () => noticesOf(access, room, copy, now()),
    dismissNotice: copy.untell,
    close: access.close,
  };
}
