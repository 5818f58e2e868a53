import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyCsv } from '../../utils/domain/history-csv.ts';
import { aSample } from '../support/records.ts';

const AT = '2026-11-21T09:00:00Z';

/** A plain reader of RFC 4180, for the other direction. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = cell.exec(csv); found; found = cell.exec(csv)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const nameCell = (name: string) => read(historyCsv([aSample(AT)], new Map([['l1', name]])))[1]?.[1];

describe('history as CSV', () => {
  it('has a header and a row per sample; unknown is empty, zero is 0', () => {
    const samples = [
      aSample(AT, { remaining: 0, used: 7, total: 7, credit: { amount: -5, currency: 'EUR' } }),
      aSample('2026-11-21T10:00:00Z', { spent: 3, mark: 'gap', grain: 'hour' }),
    ];
    expect(historyCsv(samples, new Map([['l1', 'My phone']]))).toBe(
      [
        'at,line,remaining_bytes,used_bytes,total_bytes,spent_bytes,credit_minor_units,currency,event,grain,line_id',
        '2026-11-21T09:00:00Z,My phone,0,7,7,,-5,EUR,,raw,l1',
        '2026-11-21T10:00:00Z,My phone,,,,3,,,gap,hour,l1',
        '',
      ].join('\r\n'),
    );
  });

  it('names a line that is gone by its id', () => {
    expect(read(historyCsv([aSample(AT)], new Map()))[1]?.[1]).toBe('l1');
  });

  it.each(['=1+1', '+49 151', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '|x'])(
    'a name like %j runs in no spreadsheet',
    (name) => {
      expect(nameCell(name)).toBe(`'${name}`);
    },
  );

  it('carries any other name unchanged, commas, quotes and line breaks included', () => {
    expect(nameCell('a, "b"\r\n; c')).toBe('a, "b"\r\n; c');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const cell = nameCell(name);
        expect(cell === name || cell === `'${name}`).toBe(true);
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      { seed: 51, numRuns: 500 },
    );
  });
});
