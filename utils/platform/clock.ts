/** The one source of time for the whole extension; nothing else calls `Date.now()`. */
export const clock = {
  /** Settled when the clock can be read. */
  ready: Promise.resolve(),
  /** milliseconds since the epoch */
  now: (): number => Date.now(),
};
