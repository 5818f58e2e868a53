import { describe, expect, it } from 'vitest';
import { readSource } from '../support/source-files.ts';

interface Entry {
  version?: string;
  resolved?: string;
  link?: boolean;
  integrity?: string;
  hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readSource('package-lock.json')) as { packages: Record<string, Entry> };
const { dependencies, devDependencies } = JSON.parse(readSource('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const locked = Object.entries(packages).filter(([place]) => place !== '');
const places = (odd: (entry: Entry) => boolean) =>
  locked.filter(([, entry]) => odd(entry)).map(([place]) => place);

describe('the packages that we build on', () => {
  it('I10: run nothing when they are installed', () => {
    expect(readSource('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(places(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it('I10: come from the registry alone, and are what they were when they were locked', () => {
    expect(places(({ resolved, link }) => resolved !== undefined || link === true)).toEqual([]);
    expect(places(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  it('I10: stand at one exact version each, the one that is locked', () => {
    const wanted = Object.entries({ ...dependencies, ...devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const others = wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version);
    expect(others).toEqual([]);
  });

  it('I10: are few: what a new one is worth must be said by raising this', () => {
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(6);
    expect(Object.keys(devDependencies).length).toBeLessThanOrEqual(21);
    expect(locked.length).toBeLessThanOrEqual(612);
  });
});
