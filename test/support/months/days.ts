import type { Control } from '../../sandbox/control-types.ts';

/** A day on which something is done or looked at. Between two of them time passes in one step. */
export interface Day {
  /**
   * days since the line was added; 76 minutes at least after the one before, as a line may rest that long (the hour of
   * the grid, and the carrier's quarter)
   */
  day: number;
  /** at the carrier, before that day comes */
  when?: (control: Control) => Promise<unknown>;
  /** the person buys this before that day's figures are looked at, by pointer or by keyboard */
  buys?: { offer: RegExp; by: 'pointer' | 'keyboard' };
  /** the browser is closed and started again before that day comes */
  restart?: true;
  /** the notifications that come, in order: their titles; several in one, with a line for each */
  told?: readonly string[];
  /** what stands in the popup */
  says?: readonly string[];
  badge?: string;
}

/** Every day from one to another, with what is particular to some of them. */
export function daily(from: number, to: number, particular: readonly Day[]): Day[] {
  const days = Array.from({ length: to - from + 1 }, (_, index): Day => ({ day: from + index }));
  return [...days.filter(({ day }) => particular.every((one) => one.day !== day)), ...particular].toSorted(
    (a, b) => a.day - b.day,
  );
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** What a notification says in a tale's words. */
export function wordsOf({ title, message }: { title: string; message: string }): string {
  return plain(/^\d+ notices from your lines$/.test(title) ? message : title);
}
