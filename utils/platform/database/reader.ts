import type { Instant } from '../../domain/instant.ts';
import type { Access } from './access.ts';
import { type Parsed, type RowOf, readRows } from './read-rows.ts';

/** Reads rows that are known to be sound; what is not is set aside on the way. */
export interface Reader {
  one<T extends Parsed>(table: T, key: string): Promise<RowOf<T> | null>;
  list<T extends Parsed>(table: T): Promise<RowOf<T>[]>;
  ofLine<T extends Parsed>(table: T, lineId: string, from?: Instant): Promise<RowOf<T>[]>;
  lastSample(lineId: string): Promise<RowOf<'samples'> | null>;
}

export function createReader(access: Pick<Access, 'run'>, at: () => Instant): Reader {
  return {
    one: (table, key) =>
      access.run(async (rows) => {
        const row = await rows.get(table, key);
        return (await readRows(rows, table, row === undefined ? [] : [row], at()))[0] ?? null;
      }),
    list: (table) => access.run(async (rows) => readRows(rows, table, await rows.all(table), at())),
    ofLine: (table, lineId, from) =>
      access.run(async (rows) => readRows(rows, table, await rows.ofLine(table, lineId, from), at())),
    lastSample: (lineId) =>
      access.run(async (rows) => {
        for (;;) {
          const row = await rows.newestSample(lineId);
          if (row === undefined) return null;
          const [sample] = await readRows(rows, 'samples', [row], at());
          if (sample) return sample;
        }
      }),
  };
}
