import type { AlertInput } from '../../utils/domain/alerts.ts';
import type { ReadingRow } from '../../utils/domain/records.ts';
import { aLine, anAttempt } from './records.ts';

/** What alerts are decided from, where nothing was told yet. */
export function alertInput(row: ReadingRow | null, rest: Partial<AlertInput> = {}): AlertInput {
  return {
    line: aLine(),
    row,
    attempt: anAttempt(),
    episodes: [],
    topUps: [],
    forecast: { kind: 'no-history' },
    now: '2026-11-21T09:00:00Z',
    zone: 'UTC',
    stale: false,
    quietHours: null,
    ownZone: 'UTC',
    ...rest,
  };
}
