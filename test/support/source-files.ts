import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file below a folder of the project, as paths from the project's root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

export function readSource(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export interface Import {
  /** a package's name with its subpath, or a path from the project's root */
  from: string;
  /** nothing of it is there at run time */
  typeOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.\w+)?/g;

/** The static and dynamic imports of a file. `import { type A, type B }` counts as type-only. */
export function importsOf(file: string): Import[] {
  const text = readSource(file).replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [...text.matchAll(STATEMENT)].map(([statement, type, from = '']) => ({
    from: resolve(file, from),
    typeOnly: type !== undefined || onlyTypes(statement),
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, from = '', member]) => ({
    from: resolve(file, from),
    typeOnly: member !== undefined && /^\.[A-Z]/.test(member),
  }));
  return [...found, ...dynamic];
}

function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || /import\s+\w+\s*,/.test(statement)) return false;
  const listed = names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return listed.length > 0 && listed.every((name) => name.startsWith('type '));
}

function resolve(file: string, from: string): string {
  return from.startsWith('.') ? path.join(path.dirname(file), from) : from;
}
