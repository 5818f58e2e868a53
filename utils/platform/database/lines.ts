import type { Line } from '../../domain/line.ts';
import type { Access } from './access.ts';
import type { LocalCopy } from './local-copy.ts';
import type { Shut } from './open.ts';
import type { Room } from './room.ts';
import { type Change, put } from './rows.ts';
import type { Table } from './tables.ts';

export interface LineRows {
  lines(): Promise<Line[]>;
  putLine(line: Line): Promise<void>;
  putLines(lines: Line[]): Promise<void>;
  removeLine(id: string, keepReceipts: boolean): Promise<void>;
}

export interface LineRowsOptions {
  access: Access;
  room: Room;
  copy: LocalCopy;
  list(): Promise<Line[]>;
}

/** A later version may know lines that this one cannot read: its copy must not be narrowed to ours. */
const FOREIGN: readonly (Shut | null)[] = ['newer', 'migration'];

/** The lines, whose copy in `storage.local` follows each change. */
export function createLines({ access, room, copy, list }: LineRowsOptions): LineRows {
  const lines = async () => (await list()).toSorted((a, b) => a.order - b.order);
  const change = async (changes: readonly Change[]) => {
    await room.write(changes);
    if (!FOREIGN.includes(await access.shut())) await copy.putLines(await lines());
  };
  return {
    lines,
    putLine: (line) => change(put('lines', [line])),
    putLines: (rows) => change(put('lines', rows)),
    removeLine: async (id, keepReceipts) => {
      const tables: Table[] = ['lines', 'readings', 'samples', 'attempts', 'alerts'];
      const kept = keepReceipts ? ['topUps'] : [];
      if (!keepReceipts) tables.push('topUps');
      const unreadable = (await access.run((rows) => rows.ofLine('quarantine', id))) as Unreadable[];
      await change([
        ...tables.map((table): Change => ({ do: 'drop-line', table, lineId: id })),
        ...unreadable
          .filter((row) => !kept.includes(row.table))
          .map((row): Change => ({ do: 'drop', table: 'quarantine', key: row.id })),
      ]);
    },
  };
}

interface Unreadable {
  id: number;
  table: string;
}
