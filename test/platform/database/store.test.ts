import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, toInstant } from '../../../utils/domain/instant.ts';
import { newProfile, startWorker } from '../../support/stored.ts';
import {
  aGlance,
  aLine,
  anAlert,
  anAttempt,
  aReadingRow,
  aSample,
  aTopUp,
  NOW,
} from '../../support/stored-rows.ts';

beforeEach(newProfile);

const EARLY = '2026-05-01T08:00:00Z';
const LATE = '2026-05-02T08:00:00Z';

describe('what is stored', () => {
  it('is there for the worker that starts next', async () => {
    const first = startWorker();
    await first.putLines([aLine('b', { order: 2 }), aLine('a', { order: 1 })]);
    await first.savePoll({
      attempt: anAttempt('a'),
      reading: aReadingRow('a'),
      sample: aSample('a'),
      alerts: [anAlert('a')],
      topUps: [aTopUp('t', 'a')],
    });
    await first.putGlance(aGlance(7));
    first.close();
    const next = startWorker();
    expect((await next.lines()).map((line) => line.id)).toEqual(['a', 'b']);
    expect(await next.line('a')).toEqual(aLine('a', { order: 1 }));
    expect(await next.reading('a')).toEqual(aReadingRow('a'));
    expect(await next.attempt('a')).toEqual(anAttempt('a'));
    expect(await next.alerts('a')).toEqual([anAlert('a')]);
    expect(await next.topUps()).toEqual([aTopUp('t', 'a')]);
    expect(await next.glance()).toEqual(aGlance(7));
    expect(await next.notices()).toEqual([]);
  });

  it('answers null for what there is not', async () => {
    const store = startWorker();
    expect(await store.line('none')).toBeNull();
    expect(await store.reading('none')).toBeNull();
    expect(await store.lastSample('none')).toBeNull();
    expect(await store.glance()).toBeNull();
    expect(await store.lines()).toEqual([]);
  });

  it('keeps the history of lines apart even where one id begins like another', async () => {
    const store = startWorker();
    await store.putSamples([
      aSample('a', LATE),
      aSample('a', EARLY),
      aSample('ab', EARLY),
      aSample('', EARLY),
    ]);
    expect(await store.samples('a', '2020-01-01T00:00:00Z')).toEqual([
      aSample('a', EARLY),
      aSample('a', LATE),
    ]);
    expect(await store.samples('a', LATE)).toEqual([aSample('a', LATE)]);
    expect(await store.lastSample('a')).toEqual(aSample('a', LATE));
  });

  it('takes a poll whole or not at all', async () => {
    const store = startWorker();
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a', EARLY) });
    const unstorable = { ...aSample('a'), at: null as unknown as string };
    const poll = { attempt: anAttempt('a', LATE), reading: aReadingRow('a', LATE), sample: unstorable };
    await expect(store.savePoll(poll)).rejects.toThrow();
    expect(await store.attempt('a')).toEqual(anAttempt('a'));
    expect(await store.reading('a')).toEqual(aReadingRow('a', EARLY));
  });
});

describe('the daily compaction', () => {
  const daysAgo = (days: number, hour = '08', minute = '00') =>
    `${toInstant(Date.parse(NOW) - days * DAY).slice(0, 10)}T${hour}:${minute}:00Z`;

  it('rolls up what is old, line by line, and drops what is past its time', async () => {
    const store = startWorker();
    await store.putLines([aLine('a'), aLine('b')]);
    const times = [daysAgo(800), daysAgo(200, '08'), daysAgo(200, '09'), daysAgo(30, '08', '10')];
    const all = [...times, daysAgo(30, '08', '50'), daysAgo(1, '08', '10'), daysAgo(1, '08', '50')];
    await store.putSamples(['a', 'b'].flatMap((id) => all.map((at) => aSample(id, at, { spent: 1 }))));
    await store.compact(NOW);
    await store.compact(NOW);
    for (const id of ['a', 'b']) {
      const kept = await store.samples(id, '');
      expect(kept.map(({ at, grain, spent }) => [at, grain, spent])).toEqual([
        [daysAgo(200, '09'), 'day', 2],
        [daysAgo(30, '08', '50'), 'hour', 2],
        [daysAgo(1, '08', '10'), 'raw', 1],
        [daysAgo(1, '08', '50'), 'raw', 1],
      ]);
    }
  });

  it('forgets alerts that ended as long ago, and no open one', async () => {
    const store = startWorker();
    await store.putLine(aLine('a'));
    const open = { ...anAlert('a', 'lapse-7'), raisedAt: daysAgo(900) };
    const ended = { ...anAlert('a', 'critical'), endedAt: daysAgo(30) };
    await store.putAlerts([{ ...anAlert('a', 'low'), endedAt: daysAgo(800) }, open, ended]);
    await store.compact(NOW);
    expect(await store.alerts('a')).toEqual([ended, open]);
  });
});
