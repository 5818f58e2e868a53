import { browser } from 'wxt/browser';

/** The match pattern that covers an origin. Patterns know no ports, so the host is covered on every port. */
export function patternOf(origin: string): string {
  const url = new URL(origin);
  return `${url.protocol}//${url.hostname}/*`;
}

/** Whether the person allows this extension to talk to an origin. */
export function hasOrigin(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/**
 * Asks for origins. Must be the first call of a click handler, before any await: browsers show the question
 * only while they see the person's gesture. Answers false when refused.
 */
export function requestOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(patternOf) }).catch(() => false);
}

/** Gives origins back that no line needs any more. */
export async function releaseOrigins(
  origins: readonly string[],
  stillNeeded: readonly string[],
): Promise<void> {
  const needed = new Set(stillNeeded.map(patternOf));
  const free = origins.map(patternOf).filter((pattern) => !needed.has(pattern));
  if (free.length > 0) await browser.permissions.remove({ origins: free }).catch(() => false);
}

export interface PermissionListeners {
  onChanged(): void;
}

/** Registered at top level of the background: a permission given or taken at run time is acted on at once. */
export function listenToPermissions(listeners: PermissionListeners): void {
  browser.permissions.onAdded.addListener(() => listeners.onChanged());
  browser.permissions.onRemoved.addListener(() => listeners.onChanged());
}
