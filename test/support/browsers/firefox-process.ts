import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findFirefox } from '../bootstrap/find.mjs';

/** A running Firefox and the address of its WebDriver BiDi. */
export interface FirefoxProcess {
  address: string;
  /** Settles when it has ended, whoever ended it. */
  ended: Promise<unknown>;
  /** Ends it if it has not ended by itself, and waits for that. */
  end(): Promise<void>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

const LISTENING = /WebDriver BiDi listening on (ws:\S+)/;

/** Starts Firefox on a profile. Rejects with its own words when it does not come up. */
export async function startFirefox(
  profileDir: string,
  { headed, timezone }: { headed?: boolean | undefined; timezone?: string | undefined },
): Promise<FirefoxProcess> {
  const program = findFirefox();
  if (program === null) throw new Error('no Firefox found; set FIREFOX to its program');
  const args = [
    ...(headed ? [] : ['--headless']),
    '--no-remote',
    '--profile',
    profileDir,
    '--remote-debugging-port=0',
    '--remote-allow-system-access',
    'about:blank',
  ];
  const env = { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', ...(timezone && { TZ: timezone }) };
  // A group of its own: Ctrl-C in the terminal is for us, and its helper processes go with it.
  const child = spawn(program, args, { env, detached: OWN_GROUP, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const killIt = () => kill(child);
  process.once('exit', killIt);
  void ended.then(() => process.removeListener('exit', killIt));
  return {
    address: await addressOf(child),
    ended,
    end: () => end(child, ended),
    kill: () => killed(child, ended),
  };
}

const OWN_GROUP = process.platform !== 'win32';

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(OWN_GROUP ? -child.pid : child.pid, 'SIGKILL');
}

async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
      const address = LISTENING.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  }
  child.once('error', reject);
  child.once('exit', () => reject(new Error(`Firefox ended at once: ${said}`)));
  return promise;
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const mercy = setTimeout(() => kill(child), 30_000);
  await ended;
  clearTimeout(mercy);
}

async function killed(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  kill(child);
  await ended;
}
