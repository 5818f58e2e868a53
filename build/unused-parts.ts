/*
 * Parts of libraries that we do not use, and of which a bundler cannot tell that leaving them out changes nothing.
 */

/** The call with which idb gives cursors and stores their asynchronous iterators. */
const ITERATORS =
  /^replaceTraps\(\(oldTraps\) => \(\{\s+\.\.\.oldTraps,\s+get\(target, prop, receiver\) \{\s+if \(isIteratorProp/m;

/** Says of that call that nothing depends on it. Throws where the library has changed. */
export const withoutUnusedParts = {
  name: 'without-unused-parts',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | null {
    if (!/\/node_modules\/idb\/build\/index\.js$/.test(id)) return null;
    if (!ITERATORS.test(code)) throw new Error('idb has changed: look for its iterators anew');
    return code.replace(ITERATORS, '/* @__PURE__ */ $&');
  },
};
