/** false = the browser itself knows of no network; true proves nothing. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** The browser is back on a network. Registered at top level of the background; told only while that runs. */
export function listenToNetwork(onBack: () => void): void {
  globalThis.addEventListener('online', onBack);
}
