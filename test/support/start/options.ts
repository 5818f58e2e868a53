import type { BrowserKind } from '../browsers/contract.ts';

export interface StartOptions {
  browser: BrowserKind;
  /** the whole story by itself, instead of a browser to click in */
  once: boolean;
  /** a window is shown */
  headed: boolean;
}

/** `--browser firefox`, `--once`. Throws on anything else, in words for the person. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv = process.env): StartOptions {
  const rest = [...args];
  const options: StartOptions = { browser: 'chromium', once: false, headed: hasDisplay(env) };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name, inline] = arg.split('=');
    if (name === '--once') options.once = true;
    else if (name === '--browser') options.browser = browserOf(inline ?? rest.shift() ?? '');
    else throw new Error(`"${arg}" is not known. There are --once and --browser chromium or firefox.`);
  }
  return options;
}

function browserOf(name: string): BrowserKind {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`"${name}" is no browser this can start. There are chromium and firefox.`);
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
