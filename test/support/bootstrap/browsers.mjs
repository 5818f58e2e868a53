import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { exit } from './exit.mjs';
import { findChromium, findFirefox } from './find.mjs';

const DEBIAN = ['chromium', 'chromium-l10n', 'firefox-esr', 'fonts-noto-cjk'];

/**
 * Finds or installs the browsers and answers where they are, as environment for the command.
 * With `--browser NAME` or a browser's name among the arguments only that one has to be there.
 */
export function readyBrowsers(args) {
  const only = ['chromium', 'firefox'].filter((name) => args.includes(name));
  const needed = only.length > 0 ? only : args.includes('--once') ? ['chromium'] : ['chromium', 'firefox'];
  if (isDebianRoot()) installMissing();
  const found = { chromium: findChromium(), firefox: findFirefox() };
  const ask = {
    chromium:
      'No Chromium was found: please install Chromium, Edge or Chrome, or set CHROMIUM to its program.',
    firefox: 'No Firefox was found: please install Firefox 140 or newer, or set FIREFOX to its program.',
  };
  for (const name of needed) if (!found[name]) exit(ask[name]);
  return {
    ...(found.chromium && { CHROMIUM: found.chromium }),
    ...(found.firefox && { FIREFOX: found.firefox }),
  };
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Debian's own packages; where the distribution lacks one of them (Ubuntu), the rest is still installed. */
function installMissing() {
  if (process.env.CHROMIUM && process.env.FIREFOX) return;
  const missing = DEBIAN.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  console.log(`Installing on this computer, by apt-get: ${missing.join(', ')}.`);
  apt(['update', '-qq']);
  const known = missing.filter((name) => isKnown(name));
  if (known.length > 0) apt(['install', '-y', '-qq', '--no-install-recommends', ...known]);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) console.error(`apt-get ${args[0]} did not succeed; looking for browsers all the same.`);
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
  return stdout?.includes('Status: install ok installed') ?? false;
}

function isKnown(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}
