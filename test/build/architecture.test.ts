import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { providers } from '../../utils/providers/registry.ts';
import { type Import, importsOf, ROOT, readSource, sourceFiles } from '../support/source-files.ts';

interface Room {
  folder: string;
  /** what its files may import, as prefixes of package names or of paths from the root */
  may: string[];
  /** what they may import the types of, besides */
  mayType?: string[];
}

const MESSAGES = 'public/_locales/en/messages.json';

const ROOMS: Room[] = [
  { folder: 'utils/domain', may: ['utils/domain/', 'zod/mini'], mayType: [MESSAGES] },
  {
    folder: 'utils/providers',
    may: ['utils/providers/', 'utils/domain/', 'zod/mini', 'fast-xml-parser'],
  },
  { folder: 'utils/app', may: ['utils/app/', 'utils/domain/', 'utils/providers/', 'zod/mini'] },
  {
    folder: 'utils/platform',
    may: [
      'utils/platform/',
      'utils/domain/',
      'wxt/browser',
      'idb',
      'oauth4webapi',
      'zod/mini',
      '@jmespath-community/jmespath',
    ],
    // Adapters fit the ports of the use cases, so they may know their shapes.
    mayType: ['utils/app/', 'utils/providers/contract.ts', 'utils/providers/reader-contract.ts'],
  },
  {
    folder: 'components',
    may: ['components/', 'utils/domain/', 'preact'],
    mayType: ['utils/app/', 'utils/providers/contract.ts'],
  },
];

const allowed = (prefixes: readonly string[], from: string) =>
  prefixes.some((prefix) => from === prefix || from.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));

function trespasses(room: Room): string[] {
  return sourceFiles(room.folder).flatMap((file) =>
    importsOf(file)
      .filter(
        ({ from, typeOnly }: Import) =>
          !allowed([...room.may, ...(typeOnly ? (room.mayType ?? []) : [])], from),
      )
      .map(({ from }) => `${file} imports ${from}`),
  );
}

describe('the rooms of the house', () => {
  it.each(ROOMS)('$folder imports only what its room may: move the code to the room that may', (room) => {
    expect(sourceFiles(room.folder).length).toBeGreaterThan(0);
    expect(trespasses(room)).toEqual([]);
  });

  it('nobody imports an entrypoint but entrypoints and tests: move what is shared to components or utils', () => {
    const inside = ['utils', 'components'].flatMap(sourceFiles);
    const wrong = inside.filter((file) =>
      importsOf(file).some(({ from }) => from.startsWith('entrypoints/')),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing that ships imports a test', () => {
    const shipped = ['utils', 'components', 'entrypoints'].flatMap(sourceFiles);
    expect(shipped.filter((file) => importsOf(file).some(({ from }) => from.startsWith('test/')))).toEqual(
      [],
    );
  });

  it('a provider never imports another provider: what several share belongs to standards/', () => {
    const ids = new Set(
      providers.flatMap(({ id }) => [`utils/providers/${id}.ts`, `utils/providers/presets/${id}.ts`]),
    );
    const wrong = sourceFiles('utils/providers')
      .filter((file) => ids.has(file))
      .filter((file) => importsOf(file).some(({ from }) => ids.has(from)));
    expect(wrong).toEqual([]);
  });

  it('only utils/platform and entrypoints touch the browser', () => {
    const others = ['utils/domain', 'utils/providers', 'utils/app', 'components'].flatMap(sourceFiles);
    expect(others.filter((file) => /\b(browser|chrome)\.\w+\.\w+/.test(readSource(file)))).toEqual([]);
  });

  it('only the clock reads the time and only the composition root draws chance', () => {
    const files = ['utils', 'components', 'entrypoints'].flatMap(sourceFiles);
    const timed = files.filter((file) => /\bDate\.now\(|new Date\(\)/.test(readSource(file)));
    const random = files.filter((file) => /\bMath\.random\b/.test(readSource(file)));
    expect(timed).toEqual(['utils/platform/clock.ts']);
    expect(random).toEqual(['entrypoints/background/compose.ts']);
  });
});

describe('registry, provider files and fixtures', () => {
  const folder = path.join(ROOT, 'utils/providers');
  const notProviders = new Set([
    'preset.ts',
    'presets.ts',
    'contract.ts',
    'declarations.ts',
    'reader.ts',
    'reader-contract.ts',
    'registry.ts',
    'weak-points.ts',
  ]);
  // A preset is a provider that is nothing but data.
  const files = [folder, path.join(folder, 'presets')]
    .flatMap((each) => readdirSync(each))
    .filter((name) => name.endsWith('.ts') && !notProviders.has(name));

  it('every provider file has its line in the registry, and the other way round', () => {
    expect(files.map((name) => name.replace('.ts', '')).toSorted()).toEqual(
      providers.map(({ id }) => id).toSorted(),
    );
  });

  it('every provider that asks a carrier has recorded cases in test/fixtures/<id>/', () => {
    const recorded = new Set(readdirSync(path.join(ROOT, 'test/fixtures')));
    const asking = providers.filter(({ id }) => id !== 'demo').map(({ id }) => id);
    expect(asking.filter((id) => !recorded.has(id))).toEqual([]);
  });
});
