import type { MessageKey } from '../../utils/domain/words.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

export type Sign = 'top-up' | 'reset' | 'gap';

const WORDS: Record<Sign, MessageKey> = {
  'top-up': 'historyTopUp',
  reset: 'historyReset',
  gap: 'historyUnknown',
};

export const SIGN_ICONS: Record<Exclude<Sign, 'gap'>, IconName> = { 'top-up': 'plus', reset: 'refresh' };

/** What the signs in a chart mean, those that it has. */
export function Legend({ shows }: { shows: readonly Sign[] }) {
  const { t } = useWords();
  if (shows.length === 0) return null;
  return (
    <ul class="signs small soft">
      {shows.map((sign) => (
        <li key={sign}>
          <span class={`sign sign-${sign}`}>{sign !== 'gap' && <Icon name={SIGN_ICONS[sign]} />}</span>
          {t(WORDS[sign])}
        </li>
      ))}
    </ul>
  );
}
