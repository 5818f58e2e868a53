/** Ends a transaction so that nothing of it stands. */
export function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It has already ended by itself.
  }
}
