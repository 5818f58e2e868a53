/** Path of a Chromium, Edge or Chrome; the environment variable CHROMIUM decides where it is set. */
export function findChromium(): string | null;
/** Path of a Firefox; the environment variable FIREFOX decides where it is set. */
export function findFirefox(): string | null;
