import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { balance, json, readBalance } from '../support/carrier.ts';

/** The end of the only bundle, and what is left of it, when the carrier tells this end. */
async function endTold(validUntil: unknown) {
  const reading = await readBalance(() => json(balance({}, { validUntil })));
  if (reading instanceof Failure) throw reading;
  const [bucket] = reading.buckets;
  return { validUntil: bucket?.validUntil, remaining: bucket?.remaining };
}

const LEFT = 2_500_000_000;

describe('a carrier that tells an end which cannot be', () => {
  it.each(['2025-02-29T10:00:00Z', '2027-06-31T10:00:00Z', '2027-01-01T24:00:00Z', '2027-13-01T00:00:00Z'])(
    'T01: %s is not rolled over to another day: the end is unknown and the figure stands',
    async (at) => expect(await endTold(at)).toEqual({ validUntil: null, remaining: LEFT }),
  );

  it('T02: a leap second is read as the second before it', async () => {
    expect(await endTold('2026-12-31T23:59:60Z')).toEqual({
      validUntil: '2026-12-31T23:59:59Z',
      remaining: LEFT,
    });
  });

  it.each([
    '0000-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2999-01-01T00:00:00Z',
    1_795_253_400,
    1_795_253_400_000,
  ])('T03: %s lies outside what is plausible or is no instant: the end is unknown', async (at) =>
    expect(await endTold(at)).toEqual({ validUntil: null, remaining: LEFT }),
  );
});
