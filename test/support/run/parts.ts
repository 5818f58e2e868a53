/** What a part of a run came to. */
export interface Result {
  passed: number;
  failed: number;
  /** said only when something failed */
  output: string;
  /** a word or two beside the figures */
  note?: string;
}

export interface Part {
  name: string;
  run(): Promise<Result>;
}

/** Parts that do not wait for each other, as none of them keeps every core busy all the time. */
export type Together = readonly Part[];

/**
 * Runs parts one after another, or together where they stand in a list, one line each, and closes with the sum on
 * a line of its own. Answers the exit code: a run without a single passed check is a failure.
 */
export async function runParts(
  parts: readonly (Part | Together)[],
  say: (line: string) => void = console.log,
): Promise<number> {
  const results: Result[] = [];
  for (const each of parts) {
    const group = Array.isArray(each) ? each : [each];
    results.push(...(await Promise.all(group.map((part) => told(part, say)))));
  }
  const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
  say('');
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

async function told(part: Part, say: (line: string) => void): Promise<Result> {
  const begin = performance.now();
  const result = await part.run().catch(crashed);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const figures = `${result.passed} passed${result.failed > 0 ? `, ${result.failed} FAILED` : ''}`;
  const note = result.note ? `  (${result.note})` : '';
  if (result.failed > 0) say(shortened(result.output));
  say(`${part.name.padEnd(26)} ${seconds.padStart(6)} s   ${figures}${note}`);
  return result;
}

function crashed(error: unknown): Result {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { passed: 0, failed: 1, output };
}

/** Long words are cut in the middle: what went wrong stands at the beginning or at the end. */
function shortened(output: string): string {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 160) return lines.join('\n');
  return [...lines.slice(0, 60), `… ${lines.length - 160} lines left out …`, ...lines.slice(-100)].join('\n');
}
