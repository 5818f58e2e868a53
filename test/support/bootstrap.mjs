// The way into every command: `node test/support/bootstrap.mjs <command> [arguments]`.
// It runs on Node 18 and needs no package, makes the computer ready, then hands over to the command itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readyBrowsers } from './bootstrap/browsers.mjs';
import { exit } from './bootstrap/exit.mjs';
import { neededBrowsers } from './bootstrap/needed.mjs';
import { readyNode } from './bootstrap/node.mjs';
import { readyPackages } from './bootstrap/packages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

async function main() {
  const [command = '', ...rest] = process.argv.slice(2);
  const file = path.join(root, 'test/support/commands', `${command}.ts`);
  if (!/^[a-z0-9-]+$/.test(command) || !existsSync(file)) exit(`There is no command "${command}".`);
  const node = readyNode(root);
  const bin = path.dirname(node);
  const env = {
    ...process.env,
    PATH: [bin, path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  };
  readyPackages(root, node, env);
  Object.assign(env, readyBrowsers(neededBrowsers(command, rest)));
  process.exitCode = await run(node, ['--disable-warning=ExperimentalWarning', file, ...rest], env);
}

/** Runs the command; a signal meant for us is left to it, so that it can tidy up. */
function run(node, args, env) {
  const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; other signals reach only us.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}

await main();
