import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, zip } from 'wxt';

/*
 * A program of its own, as WXT keeps what it builds in its process:
 *   node test/support/run/build-into.ts <browser> <mode> <folder>
 * Builds into the folder and packs what is published. Beside the build stands a list of its modules, each with the
 * fingerprint of the code that went in.
 */

const [browser = '', mode = '', outDir = ''] = process.argv.slice(2);
const root = process.cwd();
process.env.NODE_ENV = 'production';

const modules: Record<string, string> = {};

interface Chunk {
  type: string;
  modules?: Record<string, { code: string | null }>;
}

/** Only looks on. */
const listing = {
  name: 'listing',
  enforce: 'post' as const,
  generateBundle(_options: unknown, bundle: Record<string, Chunk>) {
    for (const chunk of Object.values(bundle)) {
      for (const [id, { code }] of Object.entries(chunk.modules ?? {})) add(id, code ?? '');
    }
  },
};

/** A name that had to be told apart from another module's is numbered, which says nothing about the module. */
function add(id: string, code: string): void {
  const name = id.replaceAll('\0', '').replaceAll(root, '').replace(/^\//, '');
  const plain = code.replaceAll(root, '').replace(/\$\d+\b/g, '');
  const sum = createHash('sha256').update(plain).digest('hex');
  modules[name] = name in modules ? `${modules[name]} ${sum}` : sum;
}

const said: string[] = [];
const logger = new Proxy({} as NonNullable<Parameters<typeof build>[0]>['logger'] & object, {
  get: (_, name) => (name === 'level' ? 0 : (...words: unknown[]) => said.push(words.join(' '))),
});

try {
  const config = { root, browser, mode, outDir, logger, vite: () => ({ plugins: [listing] }) };
  await (mode === 'production' ? zip({ ...config, zip: { zipSources: false } }) : build(config));
  await writeFile(path.join(outDir, `${browser}-${mode}.modules.json`), JSON.stringify(modules));
} catch (error) {
  console.error(said.join('\n'));
  throw error;
}
