import type { TopUpState } from '../utils/domain/top-up.ts';
import type { MessageKey } from '../utils/domain/words.ts';

/** Every state of a top-up in a word or two. */
export const TOP_UP_TITLES: Record<TopUpState, MessageKey> = {
  open: 'topUpOpen',
  paid: 'topUpPaid',
  credited: 'topUpCredited',
  failed: 'topUpFailed',
  expired: 'topUpExpired',
  refunded: 'topUpRefunded',
  overdue: 'topUpOverdue',
  abandoned: 'topUpAbandoned',
};
