import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exit } from './exit.mjs';
import { isEnough, nodePackage } from './node-packages.mjs';

/** Path of a Node of at least 22.18: the one that runs this, or one kept in `.tools/node`. */
export function readyNode(root) {
  if (isEnough(process.versions.node)) return process.execPath;
  const found = nodePackage(process.platform, process.arch);
  const ask = `Node ${process.versions.node} is too old here. Please install Node 22.18 or newer.`;
  if (!found) exit(ask);
  const { name, version, program } = found;
  const home = path.join(root, '.tools/node');
  const node = path.join(home, 'node_modules', name, program);
  if (existsSync(node) && versionOf(node) === version) return node;
  console.log(`Node ${process.versions.node} is too old: fetching Node ${version} into .tools/node (once).`);
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  const done = npm(process.execPath, [...args, `${name}@${version}`], { cwd: home, env: process.env });
  if (done !== 0 || versionOf(node) !== version) exit(`Fetching it did not work. ${ask}`);
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

function versionOf(node) {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return stdout?.trim() ?? null;
}
