import { LINE_KINDS, type LineKind } from '../../utils/domain/line.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';

/** The names of the five kinds of line. */
export const KIND_WORDS: Record<LineKind, MessageKey> = {
  esim: 'kindEsim',
  'data-card': 'kindDataCard',
  phone: 'kindPhone',
  calling: 'kindCalling',
  'number-keeping': 'kindNumberKeeping',
};

export function kindOptions(words: Words): { value: LineKind; label: string }[] {
  return LINE_KINDS.map((kind) => ({ value: kind, label: words.t(KIND_WORDS[kind]) }));
}
