import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../utils/domain/failure.ts';
import type { Line } from '../../utils/domain/line.ts';
import { lineStateOf, SEVERITY_ORDER } from '../../utils/domain/line-state.ts';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import { validityOf } from '../../utils/domain/validity.ts';
import { aBucket, aDataBucket, aLine, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';

const NOW = '2026-11-21T09:00:00Z';

interface Case {
  line?: Partial<Line>;
  reading?: Partial<Reading> | null;
  failure?: FailureKind;
  locked?: boolean;
}

function stateOf({ line, reading = {}, failure, locked = false }: Case) {
  const row = reading && aRow(aReading({ buckets: [aDataBucket(10 * GB, GB)], ...reading }));
  const known = { line: aLine(line), row, topUps: [], now: NOW, zone: 'Asia/Taipei' };
  return lineStateOf({
    ...known,
    validity: validityOf(known),
    attempt: failure ? anAttempt({ failure: { kind: failure, retryAt: null, detail: '' } }) : null,
    locked,
  });
}

const withBuckets = (...buckets: Bucket[]) => stateOf({ reading: { buckets } });
const validUntil = (at: string) => ({ reading: { validUntil: { at, estimated: false } } });

describe('the state of a line', () => {
  it('is ok while enough is left', () => {
    expect(stateOf({})).toBe('ok');
  });

  it('follows what is left', () => {
    expect(withBuckets(aDataBucket(10 * GB, 9.6 * GB))).toBe('low');
    expect(withBuckets(aDataBucket(10 * GB, 9.95 * GB))).toBe('critical');
    expect(withBuckets(aDataBucket(10 * GB, 10 * GB, { state: 'depleted' }))).toBe('used-up');
    expect(withBuckets(aBucket({ unlimited: true }))).toBe('unlimited');
  });

  it('D07: is unknown, not used up, when the carrier tells no figure', () => {
    expect(withBuckets(aBucket())).toBe('unknown');
    expect(withBuckets(aBucket(), aBucket({ id: 'b', state: 'depleted' }))).toBe('unknown');
  });

  it('D07: is not called low while a further bundle tells no figure', () => {
    expect(withBuckets(aDataBucket(10 * GB, 9.95 * GB), aBucket({ id: 'b' }))).toBe('unknown');
    expect(withBuckets(aDataBucket(10 * GB, GB), aBucket({ id: 'b' }))).toBe('ok');
  });

  it('D08: is used up when more was used than there was', () => {
    expect(withBuckets(aBucket({ total: GB, used: 2 * GB, remaining: 0 }))).toBe('used-up');
  });

  it('is used up when the carrier says so without a figure', () => {
    expect(withBuckets(aBucket({ state: 'depleted' }))).toBe('used-up');
  });

  it('heeds the limits that the person set', () => {
    const line = { thresholds: { lowBytes: 9.5 * GB, criticalBytes: MB, lowCredit: null } };
    expect(stateOf({ line })).toBe('low');
  });

  it('is throttled, not used up, when a line still works slowly', () => {
    expect(withBuckets(aDataBucket(GB, GB, { state: 'throttled' }))).toBe('throttled');
    expect(withBuckets(aBucket({ unlimited: true, state: 'throttled' }))).toBe('throttled');
  });

  it('says what the carrier says of the whole line', () => {
    expect(stateOf({ reading: { lineStatus: 'suspended' } })).toBe('suspended');
    expect(stateOf({ reading: { lineStatus: 'not-activated' } })).toBe('not-activated');
    expect(stateOf({ reading: { lineStatus: 'expired' } })).toBe('lapsed');
    expect(stateOf({ reading: { lineStatus: 'unknown' } })).toBe('ok');
  });

  it.each([
    ['2026-11-21T10:00:00Z', 'lapsing'],
    ['2026-11-28T15:59:59Z', 'lapsing'],
    ['2026-11-28T16:00:00Z', 'ok'],
    ['2026-11-21T09:00:00Z', 'lapsed'],
    ['2026-01-01T00:00:00Z', 'lapsed'],
  ])('with a number valid until %s is %s, by the calendar of the line', (at, state) => {
    expect(stateOf(validUntil(at))).toBe(state);
  });

  it.each([
    ['signed-out', 'signed-out'],
    ['no-access', 'signed-out'],
    ['line-gone', 'line-gone'],
    ['offline', 'ok'],
    ['carrier-down', 'ok'],
    ['unreadable', 'ok'],
  ] as const)('after the failure %s is %s', (failure, state) => {
    expect(stateOf({ failure })).toBe(state);
  });

  it('is never-read before the first reading, unless the person has to do something first', () => {
    expect(stateOf({ reading: null })).toBe('never-read');
    expect(stateOf({ reading: null, failure: 'timeout' })).toBe('never-read');
    expect(stateOf({ reading: null, failure: 'signed-out' })).toBe('signed-out');
  });

  it('puts a lapsing number before a sign-in and the passphrase, and a pause before all', () => {
    const lapsing = { ...validUntil('2026-11-24T00:00:00Z'), failure: 'signed-out' } as const;
    expect(stateOf(lapsing)).toBe('lapsing');
    expect(stateOf({ ...lapsing, locked: true })).toBe('lapsing');
    expect(stateOf({ ...lapsing, locked: true, line: { paused: true } })).toBe('paused');
  });

  it('is fine for a number-keeping card without data, and unknown for a data card without', () => {
    const reading = { buckets: [] };
    expect(stateOf({ reading, line: { kind: 'number-keeping' } })).toBe('ok');
    expect(stateOf({ reading, line: { kind: 'data-card' } })).toBe('unknown');
  });
});

describe('the order of severity', () => {
  it('names every state once, the number that lapses first', () => {
    expect(new Set(SEVERITY_ORDER).size).toBe(SEVERITY_ORDER.length);
    expect(SEVERITY_ORDER).toHaveLength(18);
    expect(SEVERITY_ORDER[0]).toBe('lapsing');
  });
});
