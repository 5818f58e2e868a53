import type { Reading } from '../../utils/domain/reading.ts';
import { useWords } from '../words-context.ts';

export interface LapseRuleProps {
  /** by the carrier's terms; null = nothing is known of them */
  days: number | null;
  /** the end that the carrier itself tells, beside which its terms say nothing new */
  told: Reading['validUntil'];
}

/** What the carrier's terms say of credit that is left alone. It is told, and no end is reckoned from it. */
export function LapseRule({ days, told }: LapseRuleProps) {
  const { n } = useWords();
  return days === null || told !== null ? null : <p class="small soft">{n('lineLapseRule', days)}</p>;
}
