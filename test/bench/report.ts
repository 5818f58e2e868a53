import { execFileSync } from 'node:child_process';
import os from 'node:os';
import type { Load } from './crowds.ts';
import { INSTALLS } from './crowds.ts';
import { median, quantile, type Series } from './series.ts';
import type { Sizes } from './sizes.ts';

/** Cells of a row; the first row is the head. */
export type Table = string[][];

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const count = (value: number) => value.toFixed(0);
const kept = (is: boolean) => (is ? 'kept' : 'not kept');

export const TIMES_HEAD = ['what, in milliseconds', 'median', 'p95', 'n', 'aim'];

export function timeRow(what: string, series: Series, aim = ''): string[] {
  return [what, ms(median(series)), ms(quantile(series, 0.95)), String(series.length), aim];
}

/** How much later one thing comes than another, by their medians. */
export function laterRow(what: string, series: Series, than: Series, most: number | null): string[] {
  const later = median(series) - median(than);
  const aim = most === null ? '' : `at most ${most}: ${kept(later <= most)}`;
  return [what, (later < 0 ? '' : '+') + ms(later), '', '', aim];
}

export function sizeTable(sizes: Record<'Chromium' | 'Firefox', Sizes>): Table {
  const { Chromium, Firefox } = sizes;
  const row = (what: string, part: keyof Sizes, most: number | null): string[] => {
    const largest = Math.max(Chromium[part], Firefox[part]) / 1000;
    const aim = most === null ? '' : `at most ${most}: ${kept(largest <= most)}`;
    return [what, kB(Chromium[part]), kB(Firefox[part]), aim];
  };
  return [
    ['what, in kB', 'Chromium', 'Firefox', 'aim'],
    row("popup's script before its first paint, gzip -9", 'popup', 20),
    row('background, gzip -9', 'worker', 45),
    row("options page's script, gzip -9", 'options', null),
    row("history page's script, gzip -9", 'history', null),
    row('package as it is downloaded', 'zip', 200),
  ];
}

export function loadTable(loads: readonly Load[]): Table {
  const most = 1.2;
  return [
    [`requests a second of ${INSTALLS.toLocaleString('en')} installs`, 'mean', 'busiest', 'by chance', 'aim'],
    ...loads.map(({ what, mean, busiest, chance }) => [
      what,
      count(mean),
      count(busiest),
      count(chance),
      `at most ${most} × chance: ${kept(busiest <= most * chance)}`,
    ]),
  ];
}

/** For a page: Markdown. */
export function markdown([head = [], ...rows]: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map(line).join('\n');
}

/** For a terminal. */
export function aligned(table: Table): string {
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0)));
  const cell = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return table.map((cells) => cells.map(cell).join('   ').trimEnd()).join('\n');
}

export function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const model = cpu?.model.replace(/\s+/g, ' ').trim() || os.arch();
  return `${os.cpus().length} cores (${model}), ${memory} GiB, ${os.type()}, Node ${process.versions.node}`;
}

/** The commit that was measured; empty where there is no git. */
export function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
