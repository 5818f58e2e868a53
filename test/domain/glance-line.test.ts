import { describe, expect, it } from 'vitest';
import type { Failure } from '../../utils/domain/failure.ts';
import { buildGlance } from '../../utils/domain/glance-build.ts';
import { buildGlanceLine, type GlanceLineInput } from '../../utils/domain/glance-line.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { aGlanceLine } from '../support/glance-line.ts';
import { aDataBucket, aLine, anAttempt, anEpisode, aReading, aRow, aTopUp, GB } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';
const PERIOD = { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z' };
const READING = aReading({
  asOf: '2026-11-21T08:55:00Z',
  planName: 'Ten',
  buckets: [aDataBucket(10 * GB, 4 * GB)],
  credit: { amount: 1240, currency: 'EUR' },
  period: PERIOD,
});

function build(rest: Partial<GlanceLineInput> = {}) {
  return buildGlanceLine({
    line: aLine(),
    row: aRow(READING),
    attempt: anAttempt(),
    days: [],
    forecast: { kind: 'no-history' },
    episodes: [],
    topUp: null,
    topUps: [],
    facts: { network: 'internet', minPollMinutes: 0, hasOffers: true, topUpHost: 'pay.example' },
    locked: false,
    now: NOW,
    zone: 'UTC',
    demo: false,
    ...rest,
  });
}

const failure = (kind: Failure['kind']) => ({ kind, retryAt: null, detail: '' });

describe('what the popup is given of a line', () => {
  it('is the reading, summed up', () => {
    expect(build()).toMatchObject({
      state: 'ok',
      headline: { kind: 'data', remaining: 6 * GB, total: 10 * GB },
      share: 0.6,
      endsAt: PERIOD.end,
      endsAtEstimated: false,
      planName: 'Ten',
      credit: { amount: 1240, currency: 'EUR' },
      asOf: '2026-11-21T08:55:00Z',
      checkedAt: '2026-11-21T09:00:00Z',
      staleAt: '2026-11-21T11:00:00Z',
      failure: null,
      refreshing: false,
      nextPollAt: '2026-11-21T10:00:00Z',
      refreshAllowedAt: null,
      can: { offers: true, topUpHost: 'pay.example' },
    });
  });

  it('D07: is nothing but questions before the first reading, and no zero', () => {
    expect(build({ row: null, attempt: null })).toMatchObject({
      state: 'never-read',
      headline: { kind: 'unknown' },
      share: null,
      endsAt: null,
      checkedAt: null,
      staleAt: null,
      credit: null,
      buckets: [],
    });
  });

  it('keeps the last figure after a failure, with the failure and when it was', () => {
    const line = build({ attempt: anAttempt({ failure: failure('carrier-down'), failures: 1 }) });
    expect(line).toMatchObject({
      state: 'ok',
      share: 0.6,
      failure: { kind: 'carrier-down', at: '2026-11-21T09:00:01Z' },
    });
  });

  it('says that a poll is running, until its background must have died', () => {
    const attempt = anAttempt({ startedAt: '2026-11-21T09:29:50Z', finishedAt: null });
    expect(build({ attempt }).refreshing).toBe(true);
    expect(build({ attempt, now: '2026-11-21T09:31:00Z' }).refreshing).toBe(false);
  });

  it('counts as current as long as the carrier itself asked to wait', () => {
    const attempt = anAttempt({ nextPollAt: '2026-11-21T12:00:00Z', lastSuccessAt: '2026-11-21T09:00:00Z' });
    expect(build({ attempt }).staleAt).toBe('2026-11-21T15:00:00Z');
    const failed = { ...attempt, failure: failure('timeout') };
    expect(build({ attempt: failed }).staleAt).toBe('2026-11-21T11:00:00Z');
  });

  it('follows the interval that the person chose', () => {
    expect(build({ line: aLine({ pollMinutes: 240 }) }).staleAt).toBe('2026-11-21T17:00:00Z');
  });

  it('says from when a refresh would ask the carrier', () => {
    const recent = ['00', '05', '10', '15', '20', '25'].map((minute) => `2026-11-21T09:${minute}:00Z`);
    expect(build({ attempt: anAttempt({ recent }) }).refreshAllowedAt).toBe('2026-11-21T10:00:00Z');
  });

  it('plans no poll of a line that is paused or locked', () => {
    expect(build({ line: aLine({ paused: true }) })).toMatchObject({ nextPollAt: null, state: 'paused' });
    expect(build({ locked: true })).toMatchObject({ nextPollAt: null, state: 'locked' });
  });

  it('carries the alerts that stand, the top-up and the hosts to be confirmed', () => {
    const line = build({
      line: aLine({ checkoutHostsProposed: ['new.example'] }),
      episodes: [anEpisode('sign-in'), anEpisode('low'), anEpisode('credit-low', { endedAt: NOW })],
      topUp: aTopUp(),
    });
    expect(line.alerts.map(({ kind }) => kind)).toEqual(['sign-in']);
    expect(line.topUp?.id).toBe('t1');
    expect(line.hostsProposed).toEqual({ before: ['pay.example'], after: ['new.example'] });
    expect(line.origins).toEqual(['https://api.example']);
    expect(build().hostsProposed).toBeNull();
  });

  it('holds no secret and none of the fields that the person filled in', () => {
    const text = JSON.stringify(build({ line: aLine({ fields: { number: '447700900123' } }) }));
    expect(text).not.toContain('447700900123');
  });
});

it('the glance holds all lines, the badge of the neediest, and what pages need of the settings', () => {
  const lines = [aGlanceLine({ id: 'a' }), aGlanceLine({ id: 'b', state: 'used-up' })];
  const settings = { ...defaultSettings(0.5), units: 'binary' as const };
  const glance = buildGlance({
    lines,
    settings,
    revision: 4,
    locked: false,
    notices: [],
    now: NOW,
    zone: 'UTC',
  });
  expect(glance).toMatchObject({ v: 1, revision: 4, builtAt: NOW, locked: false, notices: [] });
  expect(glance.lines.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(glance.badge).toMatchObject({ lineId: 'b', text: '0', reason: 'used-up' });
  expect(glance.settings).toEqual({ units: 'binary', theme: 'system', badge: 'remaining' });
});
