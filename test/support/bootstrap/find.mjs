import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const { env } = process;
const PROGRAMS = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
const APPS = ['/Applications', path.join(os.homedir(), 'Applications')];

/** Standard places. The binary itself comes before a distribution's wrapper, which adds flags of its own. */
const PLACES = {
  chromium: {
    linux: [
      '/usr/lib/chromium/chromium',
      '/usr/lib64/chromium-browser/chromium-browser',
      '/usr/lib/chromium-browser/chromium-browser',
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/opt/microsoft/msedge/msedge',
      '/opt/google/chrome/chrome',
    ],
    darwin: APPS.flatMap((folder) =>
      ['Chromium', 'Microsoft Edge', 'Google Chrome'].map(
        (name) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    ),
    win32: [
      'Chromium/Application/chrome',
      'Microsoft/Edge/Application/msedge',
      'Google/Chrome/Application/chrome',
    ].flatMap((name) => PROGRAMS.map((folder) => path.join(folder, `${name}.exe`))),
  },
  firefox: {
    linux: [
      '/usr/bin/firefox-esr',
      '/usr/lib/firefox/firefox',
      '/usr/lib64/firefox/firefox',
      '/usr/bin/firefox',
      '/opt/firefox/firefox',
      '/snap/bin/firefox',
    ],
    darwin: APPS.map((folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`),
    win32: PROGRAMS.map((folder) => path.join(folder, 'Mozilla Firefox/firefox.exe')),
  },
};

/** Path of a Chromium, Edge or Chrome; the environment variable CHROMIUM decides where it is set. */
export function findChromium() {
  return env.CHROMIUM || firstRunnable(PLACES.chromium[process.platform]);
}

/** Path of a Firefox; the environment variable FIREFOX decides where it is set. */
export function findFirefox() {
  return env.FIREFOX || firstRunnable(PLACES.firefox[process.platform]);
}

function firstRunnable(places = []) {
  return places.find(isRunnable) ?? null;
}

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
