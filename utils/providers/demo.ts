import type { Instant } from '../domain/instant.ts';
import type { Provider } from './contract.ts';

/** The fields of a new demo line that begins to drain at `start`; the same seed drains in the same way. */
export function demoFields(start: Instant, seed: number): Record<string, string> {
  return { start, seed: String(seed) };
}

export const demo: Provider = {
  id: 'demo',
  name: 'Demo',
  keywords: [],
  defaultKind: 'phone',
  signIn: 'none',
  fields: [],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 15,
  experimental: false,
  spendsMoney: false,
  hostPatterns: [],
  origins: () => [],
  read: () => Promise.reject(new Error('unwritten')),
};
