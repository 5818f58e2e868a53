import { useState } from 'preact/hooks';
import type { Thresholds } from '../../utils/domain/line.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { typedAmount } from './byte-amount.ts';
import { readThresholds, type Typed, typedCount, typedCredit } from './typed-thresholds.ts';

interface Values {
  low: Typed;
  critical: Typed;
  credit: string;
  /** minutes */
  voice: string;
  sms: string;
}

type Name = keyof Values;

export interface TypedThresholds {
  values: Values;
  change(part: Partial<Values>): void;
  /** What is wrong with an input, in words. */
  problemOf(name: Name): string | null;
  /** What was typed; null after pointing at the input that cannot be used. */
  read(): Thresholds | null;
}

interface Stored {
  thresholds: Thresholds;
  total: number | null;
  currency: string | null;
}

/** The thresholds of a line as they are being typed. */
export function useTypedThresholds({ thresholds, total, currency }: Stored): TypedThresholds {
  const { t } = useWords();
  const units = useUnits();
  const [problem, setProblem] = useState<{ name: Name; sentence: string } | null>(null);
  const [values, setValues] = useState<Values>(() => ({
    low: typedAmount(thresholds.lowBytes, units),
    critical: typedAmount(thresholds.criticalBytes, units),
    credit: typedCredit(thresholds.lowCredit, currency),
    voice: typedCount(thresholds.lowVoice, 60),
    sms: typedCount(thresholds.lowSms, 1),
  }));
  return {
    values,
    change: (part) => setValues({ ...values, ...part }),
    problemOf: (name) => (problem?.name === name ? problem.sentence : null),
    read: () => {
      const read = readThresholds({ ...values, units, currency, total });
      setProblem('thresholds' in read ? null : { name: read.field, sentence: t(read.problem) });
      if ('thresholds' in read) return read.thresholds;
      document.getElementById(`threshold-${read.field}`)?.focus();
      return null;
    },
  };
}
