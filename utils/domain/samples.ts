import type { ReadingRow, Sample } from './records.ts';

export interface SampleInput {
  /** the line's newest sample */
  last: Sample | null;
  /** the reading row that `row` replaces */
  previous: ReadingRow | null;
  row: ReadingRow;
  /** a top-up was credited with this reading */
  topUpSettled: boolean;
}

/** The row of history that a reading adds; null = nothing changed. */
export function sampleFor(_input: SampleInput): Sample | null {
  throw new Error('sampleFor');
}
