/**
 * This computer, RFC 1918, link-local, unique local addresses of IPv6 (RFC 4193), names of multicast DNS; each as
 * `URL.hostname` writes it, where an address has one form alone.
 */
const LOCAL = [
  'localhost',
  '127(?:\\.\\d+){3}',
  '10(?:\\.\\d+){3}',
  '172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d+){2}',
  '192\\.168(?:\\.\\d+){2}',
  '169\\.254(?:\\.\\d+){2}',
  '\\[::1\\]',
  '\\[(?:f[cd][\\da-f]{2}|fe[89ab][\\da-f]):[\\da-f:.]*\\]',
  '(?:[\\w-]+\\.)+local',
].join('|');

const WHOLE = new RegExp(`^(?:${LOCAL})$`);

/** Whether a host can only be in one's own network. */
export function isLocalHost(hostname: string): boolean {
  return WHOLE.test(hostname);
}
