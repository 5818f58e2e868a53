import { burnSentence } from '../domain/burn-words.ts';
import { type CallKind, countedOf } from '../domain/counted.ts';
import { formatMoney, formatVoice } from '../domain/format.ts';
import { isThrottled } from '../domain/headline.ts';
import { capOf, formatSpeed } from '../domain/speed.ts';
import type { NoticeSource, Text } from './notices.ts';

export function creditLow({ words, line, reading }: NoticeSource): Text {
  const credit = reading?.credit ? formatMoney(reading.credit, words.locale) : '?';
  return {
    title: words.t('notifyCreditLowTitle', line.name, credit),
    message: words.t('notifyCreditLowMessage'),
  };
}

/** What the credit went on, as far as can be seen. */
export function creditBurns({ words, line, burn, now }: NoticeSource): Text {
  const message = burn ? burnSentence(burn, words, now) : words.t('alertCreditBurn');
  return { title: words.t('notifyCreditBurnTitle', line.name), message };
}

/** Calls or messages that are low, with how much is left. */
export const callsLow =
  (kind: CallKind) =>
  ({ words, line, reading }: NoticeSource): Text => {
    const counted = reading && countedOf(reading, kind);
    const left = counted && counted !== 'unlimited' ? counted.remaining : 0;
    return kind === 'voice'
      ? {
          title: words.t('notifyVoiceTitle', line.name, formatVoice(left, words.locale)),
          message: words.t('notifyVoiceMessage'),
        }
      : {
          title: words.t('notifySmsTitle', line.name, words.n('unitSms', left)),
          message: words.t('notifySmsMessage'),
        };
  };

/** Nothing is left at full speed; where the line goes on slowly, that is what is told. */
export function usedUp({ words, line, reading }: NoticeSource): Text {
  if (!reading || !isThrottled(reading)) {
    return {
      title: words.t('notifyUsedUpTitle', line.name),
      message: words.t('notifyUsedUpMessage'),
    };
  }
  const cap = capOf(reading);
  const message = cap ? words.t('alertSlowTo', formatSpeed(cap, words.locale)) : words.t('alertSlow');
  return { title: words.t('notifySlowTitle', line.name), message };
}
