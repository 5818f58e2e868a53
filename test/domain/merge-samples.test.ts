import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactSamples } from '../../utils/domain/compact-samples.ts';
import { HOUR, toInstant } from '../../utils/domain/instant.ts';
import { missingSamples } from '../../utils/domain/merge-samples.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { aSample } from '../support/records.ts';

const at = (day: string, time = '08:00') => `2026-04-${day}T${time}:00Z`;
const times = (rows: readonly Sample[]) => rows.map((row) => row.at);

describe('history from a file', () => {
  it('fills the gaps of what is stored', () => {
    const stored = [aSample(at('01')), aSample(at('03'))];
    const imported = [aSample(at('01')), aSample(at('02')), aSample(at('03'), { spent: 5 })];
    expect(times(missingSamples(stored, imported))).toEqual([at('02')]);
  });

  it('adds no rows of a day or hour that is already summed up', () => {
    const stored = [
      aSample(at('01', '23:00'), { grain: 'day' }),
      aSample(at('02', '09:50'), { grain: 'hour' }),
    ];
    const imported = [at('01', '07:00'), at('02', '09:10'), at('02', '10:10')].map((time) => aSample(time));
    expect(times(missingSamples(stored, imported))).toEqual([at('02', '10:10')]);
  });

  it('adds no sum of a day or hour of which rows are stored', () => {
    const stored = [aSample(at('01', '07:00')), aSample(at('02', '09:10'))];
    const imported = [
      aSample(at('01', '23:00'), { grain: 'day' }),
      aSample(at('02', '09:50'), { grain: 'hour' }),
      aSample(at('02', '11:50'), { grain: 'hour' }),
      aSample(at('03', '23:00'), { grain: 'day' }),
    ];
    expect(times(missingSamples(stored, imported))).toEqual([at('02', '11:50'), at('03', '23:00')]);
  });

  it('never counts use twice, whenever the file and the store were made compact', () => {
    const start = Date.parse('2025-06-01T00:00:00Z');
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 60 });
    const now = fc.integer({ min: 6000, max: 9000 });
    fc.assert(
      fc.property(hours, now, now, (used, storedAt, exportedAt) => {
        const raw = used.map((hour) => aSample(toInstant(start + hour * HOUR), { spent: 1 }));
        const compacted = (hour: number) => compactSamples(raw, toInstant(start + hour * HOUR)).keep;
        expect(missingSamples(compacted(storedAt), compacted(exportedAt))).toEqual([]);
      }),
      { seed: 20260502 },
    );
  });
});
