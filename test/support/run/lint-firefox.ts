import { builtFolder } from './builds.ts';
import type { Part } from './parts.ts';
import { run } from './tools.ts';

interface Warning {
  code: string;
  file?: string;
  message: string;
}

/** Warnings that are looked at and kept, each with its reason. Anything else fails the run. */
export const EXPLAINED: readonly { code: string; file: RegExp; why: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/.*\.js$/,
    why: "Preact's own support for dangerouslySetInnerHTML, which no component of ours uses",
  },
];

/** What Mozilla's linter finds in a built extension: every error, and the warnings by whether they have a reason. */
export async function lint(folder: string): Promise<{ bad: Warning[]; explained: Warning[] }> {
  const args = ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
  const { answer, output } = await run('web-ext', args);
  if (!answer.startsWith('{')) throw new Error(output);
  const { errors, warnings } = JSON.parse(answer) as { errors: Warning[]; warnings: Warning[] };
  const bad = [...errors, ...warnings.filter((warning) => !isExplained(warning))];
  return { bad, explained: warnings.filter(isExplained) };
}

/** No error, and no warning without a reason, in the published Firefox package. */
export const lintFirefox: Part = {
  name: 'web-ext lint',
  run: async () => {
    const { bad, explained } = await lint(builtFolder('firefox', 'production'));
    const output = bad.map(({ code, file, message }) => `${code} ${file ?? ''}: ${message}`).join('\n');
    const note = `${explained.length} explained warnings`;
    return { passed: bad.length === 0 ? 1 : 0, failed: bad.length, output, note };
  },
};

function isExplained({ code, file }: Warning): boolean {
  return EXPLAINED.some((each) => each.code === code && each.file.test(file ?? ''));
}
