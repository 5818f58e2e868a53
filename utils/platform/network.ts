/** false = the browser itself knows of no network; true proves nothing. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** A network is told of before names can be resolved in it, and may change again at once. */
const SETTLES_MS = 1000;

/**
 * The browser has been back on a network for a second. Registered at top level of the background; told only while that
 * runs.
 */
export function listenToNetwork(onSettled: () => void): void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  const onBack = () => {
    clearTimeout(settling);
    settling = setTimeout(onSettled, SETTLES_MS);
  };
  if ('ononline' in globalThis) {
    globalThis.addEventListener('online', onBack);
    return;
  }
  // A service worker hears nothing of it but that the connection has changed, as it does for other reasons, too.
  let wasOnline = isOnline();
  const { connection } = navigator as Navigator & { connection?: EventTarget };
  connection?.addEventListener('change', () => {
    const isBack = isOnline() && !wasOnline;
    wasOnline = isOnline();
    if (isBack) onBack();
  });
}
