import type { BrowserKind } from '../browsers/contract.ts';

/** The browsers that a command opens, by its arguments. */
export function neededBrowsers(command: string, args: readonly string[]): BrowserKind[];
