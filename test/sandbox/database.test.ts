import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

it('work that fails half-way leaves nothing behind', () => {
  const db = openDatabase(':memory:');
  const fail = () =>
    db.transaction(() => {
      writeSetting(db, 'a', 1);
      db.transaction(() => writeSetting(db, 'b', 2));
      throw new Error('half-way');
    });
  expect(fail).toThrow('half-way');
  expect([readSetting(db, 'a', 0), readSetting(db, 'b', 0)]).toEqual([0, 0]);
  db.close();
});

it('a database of a later sandbox is refused instead of spoilt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const file = join(folder, 'later.db');
  const later = new DatabaseSync(file);
  later.exec('PRAGMA user_version = 99');
  later.close();
  expect(() => openDatabase(file)).toThrow('the database is newer (99)');
  rmSync(folder, { recursive: true });
});
