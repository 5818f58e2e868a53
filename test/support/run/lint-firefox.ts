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

/** Mozilla's linter over the published Firefox package: no error, and no warning without a reason. */
export const lintFirefox: Part = {
  name: 'web-ext lint',
  run: async () => {
    const folder = builtFolder('firefox', 'production');
    const args = ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
    const { answer, output } = await run('web-ext', args);
    const report = JSON.parse(answer) as { errors: Warning[]; warnings: Warning[] };
    const strange = report.warnings.filter((warning) => !isExplained(warning));
    const bad = [...report.errors, ...strange];
    const said = bad.map(({ code, file, message }) => `${code} ${file ?? ''}: ${message}`).join('\n');
    const note = `${report.warnings.length} warnings, ${strange.length} unexplained`;
    return { passed: bad.length === 0 ? 1 : 0, failed: bad.length, output: said || output, note };
  },
};

function isExplained({ code, file }: Warning): boolean {
  return EXPLAINED.some((each) => each.code === code && each.file.test(file ?? ''));
}
