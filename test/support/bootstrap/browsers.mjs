import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { exit } from './exit.mjs';
import { findChromium, findFirefox } from './find.mjs';

const DEBIAN = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr'],
};
const FONTS = ['fonts-noto-cjk'];
const ASK = {
  chromium: 'No Chromium was found: please install Chromium, Edge or Chrome, or set CHROMIUM to its program.',
  firefox: 'No Firefox was found: please install Firefox 140 or newer, or set FIREFOX to its program.',
};

/**
 * Finds or installs the browsers that are needed and answers where all are that were found, as environment for the
 * command.
 */
export function readyBrowsers(needed) {
  if (needed.length === 0) return {};
  if (isDebianRoot()) installMissing(needed);
  const found = { chromium: findChromium(), firefox: findFirefox() };
  for (const name of needed) if (!found[name]) exit(ASK[name]);
  return {
    ...(found.chromium && { CHROMIUM: found.chromium }),
    ...(found.firefox && { FIREFOX: found.firefox }),
  };
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Debian's own packages; where the distribution lacks one of them (Ubuntu), the rest is still installed. */
function installMissing(needed) {
  const sought = needed.filter((name) => !process.env[name.toUpperCase()]);
  if (sought.length === 0) return;
  const wanted = [...sought.flatMap((name) => DEBIAN[name]), ...FONTS];
  const missing = wanted.filter((name) => !isInstalled(name));
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
