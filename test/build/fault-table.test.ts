import { describe, expect, it } from 'vitest';
import { readFaults, tally, titlesIn } from '../support/run/fault-table.ts';
import { titlesInTests } from '../support/run/fault-titles.ts';
import { readSource } from '../support/source-files.ts';

const PAGE = `
| id | what may go wrong | |
|---|---|---|
| A01 | no answer | |
| A02 | half an answer | later |
| B17 | wrong types | |
| C01 | too often | |

## Excused

| id | why there is no test |
|---|---|
| B17 | Nothing reads them yet. |
`;

describe('the table of faults', () => {
  it('tells rows that are later or excused', () => {
    expect(readFaults(PAGE)).toEqual([
      { id: 'A01', later: false, excused: false },
      { id: 'A02', later: true, excused: false },
      { id: 'B17', later: false, excused: true },
      { id: 'C01', later: false, excused: false },
    ]);
  });

  it('reads ids where a title begins with them, also in tables and in pairs', () => {
    const source = `
      it('A01: says so', () => {});
      it.each([1, 2])('B02: %s', () => {});
      test("C03, C04: both", () => {});
      it('without an id', () => {});
      it('the A05: is not at the beginning', () => {});
    `;
    expect(titlesIn(source)).toEqual(['A01', 'B02', 'C03', 'C04']);
  });

  it('counts a row once, and a test of a later or excused row as covered', () => {
    expect(tally(readFaults(PAGE), ['A02', 'A02', 'B17', 'Z99'])).toEqual({
      covered: ['A02', 'B17'],
      excused: [],
      later: [],
      open: ['A01', 'C01'],
      strange: ['Z99'],
    });
  });

  it('stands in docs/faults.md with every row of its chapters, and excuses few', () => {
    const faults = readFaults(readSource('docs/faults.md'));
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    expect(faults.length).toBe(145);
    expect(faults.filter(({ excused }) => excused).length).toBeLessThanOrEqual(12);
  });

  it('excuses no row that a test shows, and leaves none for later', () => {
    const faults = readFaults(readSource('docs/faults.md'));
    const tested = new Set(titlesInTests());
    const told = faults.filter(({ id, later, excused }) => tested.has(id) && (later || excused));
    expect(told, 'take their mark or excuse out of docs/faults.md').toEqual([]);
  });
});
