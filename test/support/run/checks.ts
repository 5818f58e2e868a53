import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Part, Result } from './parts.ts';
import { type Finished, ROOT, run, type Tool } from './tools.ts';

/** The projects of vitest.config.ts that take no longer than a person waits. */
export const QUICK = ['pure', 'rooms', 'pages'].flatMap((name) => ['--project', name]);

/** A tool whose exit code is the whole answer. */
export function tool(name: string, program: Tool, ...args: string[]): Part {
  return { name, run: async () => judged(await run(program, args)) };
}

export function judged({ code, output }: Finished): Result {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A run of vitest, counted by its own report. A file that does not load counts as one failure. */
export function tests(name: string, config: string, ...filters: string[]): Part {
  return {
    name,
    run: async () => {
      const file = path.join(os.tmpdir(), `data-balance-report-${randomUUID()}.json`);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const { output } = await run('vitest', ['run', '--config', config, ...reporters, ...filters], ROOT);
      try {
        return counted(JSON.parse(await readFile(file, 'utf8')) as Report, output);
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}

/** A test that is left out has not passed: it is told, and a run without any test has failed. */
function counted(report: Report, output: string): Result {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((each) => each.status !== 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const known = report.numFailedTests + broken;
  const failed = known === 0 && (!report.success || passed === 0) ? 1 : known;
  const left = report.numPendingTests;
  return { passed, failed, output, ...(left > 0 && { note: `${left} left out` }) };
}
