import type { Table } from './report.ts';
import { markdown } from './report.ts';

export interface Run {
  date: string;
  machine: string;
  browser: string;
  commit: string;
  command: string;
  /** of the computer, one minute: before and after */
  load: [number, number];
  /** rows of history of 40 lines after 16 days, one and two years */
  rows: number[];
  /** rows of history of the ten lines of the history page */
  pageRows: number;
  times: Table;
  sizes: Table;
  loads: Table;
}

/** The text of docs/bench.md. */
export function page(run: Run): string {
  const [none = 0, one = 0, two = 0] = run.rows.map((rows) => rows.toLocaleString('en'));
  return `# How fast it is

Written by \`npm run bench\`; never by hand. Nothing here is asserted by a test but the sizes.

- When: ${run.date}, commit ${run.commit || 'unknown'}
- Where: ${run.machine}; ${run.browser} without a display
- Load of the computer, one minute: ${run.load[0].toFixed(2)} before, ${run.load[1].toFixed(2)} after
- Command: \`${run.command}\`

Frames are 16.7 ms, and a busy computer moves every figure: compare only within one run.

## Time

${markdown(run.times)}

- The extension is the published build; its copy may ask the loopback carrier without a question to a person.
- The static page is the popup itself as it stands when it has painted, with its style sheet and without any script, in the same package.
- Things that are compared are done in turn, round after round; the first round is not counted. No debugger looks at a page before it has painted.
- A page's figure has painted when the second frame after its rendering begins, or with its first paint where that was later. A tab is measured from the beginning of its loading, the popup from the call that opens it.
- The worker's start ends when the badge stands. A poll begins with the ring of its alarm and ends with the stored reading; the time that the carrier took for its answers is taken off.
- The history of 40 lines was written straight into the database: ${none} rows for 16 days, which the bars of the popup show, ${one} for a year, ${two} for two.
- The history page shows ten lines with ${run.pageRows.toLocaleString('en')} rows for two years. Its first figures are those of the last days of all lines; older rows follow. It is compared with itself as it stood then, without any script.

## Size

${markdown(run.sizes)}

1 kB is 1000 bytes. A page's script is everything that it names and that these files import; each file is compressed by itself.

## What a carrier sees

${markdown(run.loads)}

Every install begins within the same minute, asks once an hour, and its alarms come up to half a minute late. The real schedule decides (\`utils/domain/next-poll.ts\`, \`schedule.ts\`). *By chance*: the mean and the expected maximum of that many seconds if requests came wholly at random.
`;
}
