/** The one source of time for the whole extension; nothing else calls `Date.now()`. */
export const clock = {
  /** Settled when the clock can be read. */
  ready: Promise.resolve(),
  /** milliseconds since the epoch */
  now: (): number => Date.now(),
  /** as the browser reads it for its alarms; the same, but where a test has moved the one above */
  ofBrowser: (): number => Date.now(),
};
