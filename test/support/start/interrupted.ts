/** Settles at Ctrl-C or when the process is asked to end; from then on it is for the caller to tidy up. */
export function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}
