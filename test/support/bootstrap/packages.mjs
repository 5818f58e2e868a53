import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exit } from './exit.mjs';
import { npm } from './node.mjs';

/** Installs what package-lock.json names, unless node_modules already holds exactly that. */
export function readyPackages(root, node, env) {
  if (agrees(root)) return;
  console.log('Installing the packages of package-lock.json into node_modules.');
  if (npm(node, ['ci', '--loglevel=error'], { cwd: root, env }) !== 0) {
    exit('`npm ci` failed: see its words above.');
  }
}

/** npm keeps its own record of what it installed; the lock file is the wish. */
function agrees(root) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = installed[place];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}
