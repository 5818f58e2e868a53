/**
 * The browsers that a command opens, by its arguments. It agrees with `start/options.ts` and `commands/`, which cannot
 * be asked before there is a Node that reads them.
 */
export function neededBrowsers(command, args) {
  switch (command) {
    case 'start':
      return [startedBrowser(args)];
    case 'bench':
      return ['chromium'];
    case 'e2e':
      return isBrowser(args[0]) ? [args[0]] : ['chromium', 'firefox'];
    case 'test':
      return ['chromium', 'firefox'];
    default:
      return [];
  }
}

/** The last `--browser NAME` or `--browser=NAME`; a name that is none is for the command itself to refuse. */
function startedBrowser(args) {
  const names = args.map((arg, i) => (arg === '--browser' ? args[i + 1] : /^--browser=(.*)$/.exec(arg)?.[1]));
  return names.findLast(isBrowser) ?? 'chromium';
}

function isBrowser(name) {
  return name === 'chromium' || name === 'firefox';
}
