import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findChromium } from '../support/bootstrap/find.mjs';

const LISTENING = /DevTools listening on (ws:\S+)/;

/** As root Chromium's own sandbox does not start. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts Chromium without a display and answers the address of its debugging port. Nothing leaves the computer. */
export async function startChromium(profile: string, extension: string): Promise<[ChildProcess, string]> {
  const program = findChromium();
  if (program === null) throw new Error('no Chromium found; set CHROMIUM to its program');
  const args = [
    ...AS_ROOT,
    '--headless=new',
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--remote-debugging-port=0',
    '--lang=en-US',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    'about:blank',
  ];
  const env = { ...process.env, LANGUAGE: 'en_US' };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const killIt = () => child.kill('SIGKILL');
  process.once('exit', killIt);
  child.once('exit', () => process.removeListener('exit', killIt));
  return [child, await addressOf(child)];
}

/** Settles when it has ended: by itself, or by force where it takes too long. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const mercy = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await once(child, 'exit');
  clearTimeout(mercy);
}

async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
    const address = LISTENING.exec(said)?.[1];
    if (address !== undefined) resolve(address);
  });
  child.once('error', reject);
  child.once('exit', () => reject(new Error(`Chromium ended at once: ${said}`)));
  return promise;
}
