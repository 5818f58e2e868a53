import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  MIGRATIONS,
  type Migration,
  migrate,
  type Step,
  versionOf,
} from '../../../utils/platform/database/migrations.ts';
import { DATABASE, KEY_PATHS, TABLES } from '../../../utils/platform/database/tables.ts';
import { newProfile, startWorker, storedTables } from '../../support/stored.ts';
import { aLine, anAttempt, aReadingRow, aSample } from '../../support/stored-rows.ts';

beforeEach(newProfile);

/** A database as the version `to` of the extension left it, with a line in use. */
async function leaveAt(to: number): Promise<void> {
  const until = MIGRATIONS.filter((migration) => migration.to <= to);
  const db = await openDB(DATABASE, to, {
    upgrade: (upgraded, from, _to, tx) => migrate(upgraded as IDBPDatabase, tx, from, until),
  });
  await db.put('lines', aLine('a'));
  await db.put('readings', aReadingRow('a'));
  await db.put('samples', aSample('a'));
  await db.put('attempts', anAttempt('a'));
  db.close();
}

/** The same migrations, of which one breaks in its step number `at`. */
function breaking(which: Migration, at: number): Migration[] {
  const fault: Step = async (_db, tx) => {
    await tx.objectStore('lines').clear();
    throw new Error('half-way');
  };
  const steps = which.steps.toSpliced(at, 0, fault);
  return MIGRATIONS.map((migration) => (migration === which ? { ...which, steps } : migration));
}

const versions = MIGRATIONS.map((migration) => migration.to);
const upgrades = MIGRATIONS.flatMap((migration) =>
  [...migration.steps, null].map((_, at) => ({ to: migration.to, at, migration })),
);

describe('the migrations', () => {
  it('stand in order and end at a version', () => {
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versionOf(MIGRATIONS)).toBe(versions.at(-1));
  });

  it.each(versions)('bring version %i up to date with all that stands in it', async (version) => {
    await leaveAt(version);
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.reading('a')).toEqual(aReadingRow('a'));
    expect(await store.lastSample('a')).toEqual(aSample('a'));
    expect(await store.attempt('a')).toEqual(anAttempt('a'));
    expect(Object.keys(await storedTables())).toEqual(TABLES);
    expect(await store.notices()).toEqual([]);
  });

  it('give every table its key', async () => {
    await startWorker().lines();
    const db = await openDB(DATABASE);
    const keys = TABLES.map((table) => [table, db.transaction(table).store.keyPath]);
    db.close();
    expect(Object.fromEntries(keys)).toEqual(KEY_PATHS);
  });
});

describe('a migration that throws', () => {
  it.each(upgrades.filter(({ to }) => to > 1))(
    'B12: in step $at of version $to leaves the old version whole, readable and told of',
    async ({ to, at, migration }) => {
      await leaveAt(to - 1);
      const before = await storedTables();
      const store = startWorker({ migrations: breaking(migration, at) });
      expect(await store.lines()).toEqual([aLine('a')]);
      expect(await store.reading('a')).toEqual(aReadingRow('a'));
      expect(await store.notices()).toContain('read-only');
      store.close();
      expect(await storedTables()).toEqual(before);
      expect(await startWorker().lines()).toEqual([aLine('a')]);
    },
  );

  it.each(upgrades.filter(({ to }) => to === 1))(
    'B12: in step $at of version 1 leaves no database behind, and the next start makes it',
    async ({ at, migration }) => {
      const store = startWorker({ migrations: breaking(migration, at) });
      expect(await store.lines()).toEqual([]);
      store.close();
      const next = startWorker();
      await next.putLine(aLine('a'));
      expect(await next.lines()).toEqual([aLine('a')]);
    },
  );

  it('B12: is tried a few times a day and no more, however often the worker starts', async () => {
    await leaveAt(1);
    let tries = 0;
    const counting: Step = () => {
      tries++;
      throw new Error('half-way');
    };
    const migrations = [...MIGRATIONS.slice(0, 1), { to: 2, steps: [counting] }];
    for (let start = 0; start < 8; start++) {
      const store = startWorker({ migrations });
      expect(await store.lines()).toEqual([aLine('a')]);
      expect(await store.reading('a')).toEqual(aReadingRow('a'));
      store.close();
    }
    expect(tries).toBe(3);
  });
});
