import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyCsv } from '../../utils/domain/history-csv.ts';
import { parseHistoryCsv } from '../../utils/domain/history-csv-read.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { aSample } from '../support/records.ts';

const AT = '2026-11-21T09:00:00Z';
const count = fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', "'=1+1", 'a,"b"\r\nc', '-'));
const rows = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }).map((seconds) => toInstant(seconds * 1000)),
    lineId: fc.constantFrom('l1', '-l2'),
    remaining: count,
    used: count,
    total: count,
    spent: count,
    credit: fc.option(fc.record({ amount: fc.integer(), currency: fc.constantFrom('EUR', 'JPY') })),
    mark: fc.constantFrom<Sample['mark']>(null, 'top-up', 'reset', 'gap'),
    grain: fc.constantFrom<Sample['grain']>('raw', 'hour', 'day'),
  }),
  { selector: ({ at, lineId }) => `${at} ${lineId}` },
);

const lines = (first: string, second: string) => [
  { id: 'l1', name: first },
  { id: '-l2', name: second },
];
const namesOf = (list: { id: string; name: string }[]) => new Map(list.map((line) => [line.id, line.name]));

describe('history from a CSV table', () => {
  it('is what was written, whatever the lines are called', () => {
    fc.assert(
      fc.property(rows, name, name, (given, first, second) => {
        const known = lines(first, second);
        const samples = given.map(({ at, ...rest }) => aSample(at, rest));
        const read = parseHistoryCsv(historyCsv(samples, namesOf(known)), known);
        expect(read).toEqual({ ok: true, samples, setAside: 0, strays: 0 });
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('of before ids were in it belongs to the one line of that name', () => {
    const csv = historyCsv([aSample(AT, { remaining: 5 })], new Map([['l1', '=Phone']]));
    const old = csv.replace(',line_id', '').replace(',l1\r', '\r');
    const other = { id: 'new', name: '=Phone' };
    expect(parseHistoryCsv(old, [other])).toMatchObject({ samples: [{ lineId: 'new', remaining: 5 }] });
    expect(parseHistoryCsv(old, [other, { ...other, id: 'second' }])).toMatchObject({
      samples: [],
      strays: 1,
    });
  });

  it('counts rows of lines that are not here, and rows that cannot be read', () => {
    const csv = historyCsv([aSample(AT), aSample(AT, { lineId: 'gone' })], new Map());
    const broken = csv.replace('raw,l1', 'weekly,l1');
    expect(parseHistoryCsv(broken, lines('a', 'b'))).toEqual({
      ok: true,
      samples: [],
      setAside: 1,
      strays: 1,
    });
  });

  it('D07: takes no word for a number and no empty cell for 0', () => {
    const csv = historyCsv([aSample(AT, { remaining: 5 })], new Map());
    const read = (cell: string) => parseHistoryCsv(csv.replace(',5,', `,${cell},`), lines('a', 'b'));
    expect(read('')).toMatchObject({ samples: [{ remaining: null }], setAside: 0 });
    for (const cell of ['5e3', 'much', '0x10', '5.5', 'true', ' '])
      expect({ cell, read: read(cell) }).toMatchObject({ cell, read: { samples: [], setAside: 1 } });
  });

  it('a spreadsheet may have written with other line ends and columns in another order', () => {
    const text =
      '\uFEFFgrain,at,line,used_bytes,remaining_bytes,total_bytes,spent_bytes,credit_minor_units,currency,event\nraw,2026-11-21T09:00:00Z,Phone,1,2,3,,,,top-up\n\n';
    expect(parseHistoryCsv(text, [{ id: 'l1', name: 'Phone' }])).toEqual({
      ok: true,
      samples: [aSample(AT, { used: 1, remaining: 2, total: 3, mark: 'top-up' })],
      setAside: 0,
      strays: 0,
    });
  });

  it('another table is named by its first line', () => {
    expect(parseHistoryCsv('date,price\r\n1,2\r\n', [])).toEqual({ ok: false, where: 'date,price' });
    expect(parseHistoryCsv('', [])).toEqual({ ok: false, where: '' });
  });
});
