/** false = the browser itself knows of no network; true proves nothing. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** The browser is back on a network. Registered at top level of the background; told only while that runs. */
export function listenToNetwork(onBack: () => void): void {
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
