import type { RecordedCase } from '../case-format.ts';

/** What a case begins with that waits for an answer of the carrier. */
export const FILL_IN = 'FILL IN:';

const NOW = '2026-11-21T09:30:00Z';

/** The first cases of a new provider, by situation: one that its example passes, and one that only fails. */
export function firstCases(id: string): Record<string, RecordedCase> {
  const line = { token: 'made-up-4f81c0', line: 'l-1' };
  const request = { method: 'GET' as const, path: '/lines/l-1/usage' };
  const told = { total: 10e9, remaining: 6.25e9, unlimited: false, validUntil: '2026-12-01T00:00:00Z' };
  const body = { plan: 'Plus 10 GB', data: told };
  const bucket = { id: 'data', kind: 'data', used: 3.75e9, ...told };
  return {
    example: {
      title: 'the answer of the example: replace it by one of your own making',
      provider: id,
      line,
      now: NOW,
      exchanges: [{ request, response: { status: 200, body } }],
      expect: { reading: { planName: 'Plus 10 GB', buckets: [bucket] } },
    },
    'fill-in': {
      title: `${FILL_IN} the request that is named below, what the carrier answers to it, and what must be read of it`,
      provider: id,
      line,
      now: NOW,
      exchanges: [],
      expect: { reading: {} },
    },
  };
}
