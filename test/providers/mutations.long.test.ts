import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { readingSchema } from '../../utils/domain/reading.ts';
import { balance, readBalance } from '../support/carrier.ts';
import { mutated, seeded } from '../support/mutate.ts';

const ROUNDS = 6000;

const isAtMost = (a: unknown, b: unknown) => typeof a === 'number' && typeof b === 'number' && a <= b;

/** Whether the answer itself says that nothing is left of its bundle. */
function saysNothingLeft(text: string, at: number): boolean {
  const told = JSON.parse(text).buckets[at];
  return isAtMost(told.remaining, 0) || isAtMost(told.total, told.used);
}

const BASES: Record<string, unknown> = {
  'a whole balance': balance(),
  'a bundle with figures to derive': balance({}, { remaining: null }),
  'a used-up bundle': balance({}, { used: 4_000_000_000, remaining: 0, state: 'depleted' }),
  'an unlimited bundle of little else': {
    buckets: [{ kind: 'data', unlimited: true }],
    credit: { amount: 1, currency: 'EUR' },
  },
};

describe('any bytes at all', () => {
  it.each(Object.entries(BASES))(
    `D20: ${ROUNDS} mutations of %s end as a reading or a failure, and no zero comes of nothing`,
    async (_what, base) => {
      const bytes = new TextEncoder().encode(JSON.stringify(base));
      const random = seeded(bytes.length);
      const outcomes = { read: 0, failed: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        const body = mutated(bytes, random);
        const text = new TextDecoder().decode(body);
        const result = await readBalance(() => new Response(body));
        if (result instanceof Failure) {
          outcomes.failed += 1;
          expect(['unreadable', 'intercepted'], text).toContain(result.kind);
          continue;
        }
        outcomes.read += 1;
        expect(readingSchema.safeParse(result).success, text).toBe(true);
        for (const [at, bucket] of result.buckets.entries()) {
          if (bucket.remaining === 0) expect(saysNothingLeft(text, at), text).toBe(true);
        }
      }
      // Both ends of the road have to be travelled, or the mutations show nothing.
      expect(Math.min(outcomes.read, outcomes.failed)).toBeGreaterThan(ROUNDS / 20);
    },
    60_000,
  );
});
