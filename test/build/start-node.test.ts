import { expect, it } from 'vitest';
import { isEnough, nodePackage } from '../support/bootstrap/node-packages.mjs';

const COMPUTERS = ['linux', 'darwin', 'win32'].flatMap((platform) =>
  ['x64', 'arm64'].map((arch) => [platform, arch] as const),
);

it.each(COMPUTERS)('too old a Node on %s, %s is replaced by one that is new enough', (platform, arch) => {
  const found = nodePackage(platform, arch);
  expect(found && isEnough(found.version)).toBe(true);
  expect(found?.program).toBe(platform === 'win32' ? 'bin/node.exe' : 'bin/node');
});

it('a computer of another kind is asked to bring one', () => {
  expect(nodePackage('freebsd', 'x64')).toBeNull();
  expect(nodePackage('linux', 'riscv64')).toBeNull();
});

it('a Node is new enough from 22.18 on', () => {
  expect(['18.20.0', '20.20.2', '22.17.1'].some(isEnough)).toBe(false);
  expect(['22.18.0', '22.23.2', '24.0.0', '26.10.0'].every(isEnough)).toBe(true);
});
