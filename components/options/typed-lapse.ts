import type { Lapse, LapseRule } from '../../utils/domain/lapse.ts';
import { isDay, LAPSE_DAYS } from '../../utils/domain/lapse-days.ts';
import type { MessageKey } from '../../utils/domain/words.ts';

/** What stands in the form. */
export interface TypedLapse {
  after: LapseRule['after'] | 'none';
  days: string;
  lastOn: string;
  warnDays: string;
}

export type LapseField = 'days' | 'last' | 'warn';
export type ReadLapse = { lapse: Lapse } | { field: LapseField; problem: MessageKey };

const MOST_STEPS = 12;

export function typedLapse(lapse: Lapse | undefined, termDays: number | null): TypedLapse {
  const rule = lapse?.rule;
  return {
    after: rule?.after ?? 'none',
    days: String(rule?.days ?? termDays ?? 90),
    lastOn: rule?.lastOn ?? '',
    warnDays: (lapse?.warnDays ?? LAPSE_DAYS).join(', '),
  };
}

/** What was typed; or where it cannot be used and why. `today`: a calendar day, in which a last top-up can be at most. */
export function readLapse(typed: TypedLapse, today: string): ReadLapse {
  const warnDays = stepsTyped(typed.warnDays);
  if (typed.after !== 'none') {
    if (!isWhole(typed.days, 3650)) return { field: 'days', problem: 'lineLapseNoDays' };
    if (typed.lastOn !== '' && !isDay(typed.lastOn)) return { field: 'last', problem: 'lineLapseNoDay' };
    if (typed.lastOn > today) return { field: 'last', problem: 'lineLapseFuture' };
  }
  if (warnDays === undefined) return { field: 'warn', problem: 'lineLapseNoSteps' };
  const { after, days, lastOn } = typed;
  const rule = after === 'none' ? null : { after, days: Number(days), lastOn: lastOn || null };
  return { lapse: { warnDays, rule } };
}

function isWhole(text: string, most: number): boolean {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= most;
}

/** The farthest first, each once; null = the default, which an empty input means too. */
function stepsTyped(text: string): number[] | null | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean);
  if (!parts.every((part) => isWhole(part, 365))) return undefined;
  const steps = [...new Set(parts.map(Number))].toSorted((a, b) => b - a);
  if (steps.length > MOST_STEPS) return undefined;
  const isDefault = steps.length === 0 || String(steps) === String(LAPSE_DAYS);
  return isDefault ? null : steps;
}
