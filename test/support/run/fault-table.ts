/** A row of docs/faults.md. */
export interface Fault {
  id: string;
  later: boolean;
  excused: boolean;
}

const ROW = /^\| ([A-Z]\d\d) \|[^|]*\|(?: *(later)? *\|)?$/gm;

/** The rows of the page, with what its last section excuses. */
export function readFaults(page: string): Fault[] {
  const [table = '', excuses = ''] = page.split('\n## Excused\n');
  const excused = new Set(rowsOf(excuses).map(([, id]) => id));
  return rowsOf(table).map(([, id = '', later]) => ({
    id,
    later: later === 'later',
    excused: excused.has(id),
  }));
}

function rowsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(ROW)];
}

/** The ids that a test file's titles begin with; a title may name several (`A15, A16: …`). */
export function titlesIn(source: string): string[] {
  const titles = source.matchAll(
    /\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*['"`]([A-Z]\d\d(?:, [A-Z]\d\d)*):/g,
  );
  return [...titles].flatMap(([, ids = '']) => ids.split(', '));
}

/** How the rows stand. `strange`: named by a test, but no row. */
export function tally(faults: Fault[], named: string[]) {
  const tested = new Set(named);
  const known = new Set(faults.map(({ id }) => id));
  const ids = (fits: (fault: Fault) => boolean) => faults.filter(fits).map(({ id }) => id);
  const bare = (fault: Fault) => !tested.has(fault.id) && !fault.excused;
  return {
    covered: ids(({ id }) => tested.has(id)),
    excused: ids(({ id, excused }) => excused && !tested.has(id)),
    later: ids((fault) => bare(fault) && fault.later),
    open: ids((fault) => bare(fault) && !fault.later),
    strange: [...tested].filter((id) => !known.has(id)),
  };
}
