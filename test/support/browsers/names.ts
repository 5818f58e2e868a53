import type { Name } from './contract.ts';

/** A name as the source of a regular expression. */
export function patternOf(name: Name): string {
  if (typeof name !== 'string') return name.source;
  return `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
}

/** The match pattern for an origin's host. Patterns know no ports. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
