import type { CommandError, RefreshResult } from '../../utils/app/commands.ts';
import { clockTime } from '../../utils/domain/clock-time.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';
import { useWork } from '../use-work.ts';
import type { PageActions } from './page-actions.ts';

export interface Refresh {
  busy: boolean;
  error: CommandError | null;
  run: () => void;
}

type Outcome = Exclude<RefreshResult['outcome'], 'not-before'>;

const RESULTS: Record<Outcome, MessageKey> = {
  read: 'popupResultRead',
  unchanged: 'popupResultUnchanged',
  failed: 'popupResultFailed',
  'in-progress': 'popupResultInProgress',
  paused: 'popupResultPaused',
  locked: 'popupResultLocked',
};

/** What a refresh came to, for those who listen. */
export function resultSentence({ outcome, at }: RefreshResult, words: Words, now: string): string {
  if (outcome !== 'not-before') return words.t(RESULTS[outcome]);
  return at ? words.t('popupRetryAt', clockTime(at, now, words.locale)) : words.t('popupResultInProgress');
}

/** Refreshes one line. `onResult` hears what came of it. */
export function useRefresh(
  ask: PageActions['ask'],
  lineId: string | null,
  onResult: (result: RefreshResult) => void,
): Refresh {
  const { busy, error, run } = useWork();
  const refresh = async () => {
    const reply = await run(() => ask('refresh', { lineId }));
    const result = reply?.ok ? reply.value.find((each) => each.lineId === lineId) : undefined;
    if (result) onResult(result);
  };
  return { busy, error, run: () => void refresh() };
}
