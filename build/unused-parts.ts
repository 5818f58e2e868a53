/*
 * Parts of libraries that we do not use, and of which a bundler cannot tell that leaving them out changes nothing.
 */

interface Part {
  file: RegExp;
  part: RegExp;
  instead: string;
}

/** The call with which idb gives cursors and stores their asynchronous iterators: nothing else depends on it. */
const ITERATORS: Part = {
  file: /\/node_modules\/idb\/build\/index\.js$/,
  part: /^replaceTraps\(\(oldTraps\) => \(\{\s+\.\.\.oldTraps,\s+get\([^)]*\) \{\s+if \(isIteratorProp/m,
  instead: '/* @__PURE__ */ $&',
};

/** A method of every schema of zod, up to the brace that closes it. */
const method = (name: string): Part => ({
  file: /\/node_modules\/zod\/v4\/mini\/schemas\.js$/,
  part: new RegExp(`^ {4}${name}\\([^)]*\\) \\{\\n(?: {8}.*\\n)+ {4}\\},?\\n`, 'm'),
  instead: '',
});

/** The form in which zod's schemas are offered to other libraries. */
const STANDARD: Part = {
  file: /\/node_modules\/zod\/v4\/core\/schemas\.js$/,
  part: /^ {4}get "~standard"\(\) \{\n.*\n {4}\},\n {4}set "~standard"\(value\) \{\n.*\n {4}\},\n/m,
  instead: '',
};

const METHODS = ['parseAsync', 'safeParseAsync', 'brand', 'register', 'apply', 'get with', 'set with'];
const PARTS = [ITERATORS, STANDARD, ...METHODS.map(method)];

/** What of ours would need one of those parts; a test looks for it. */
export const NEEDS_THEM =
  /\bfor await\b|\.iterate\(|[pP]arseAsync\(|~standard|\.(?:brand|register|with)\(|[sS]chema\.apply\(/;

/** Leaves those parts out. Throws where a library has changed. */
export const withoutUnusedParts = {
  name: 'without-unused-parts',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | null {
    const parts = PARTS.filter(({ file }) => file.test(id));
    return parts.length === 0 ? null : parts.reduce(without, code);
  },
};

function without(code: string, { file, part, instead }: Part): string {
  if (!part.test(code)) throw new Error(`${file} has changed: look anew for what is not used of it`);
  return code.replace(part, instead);
}
