import type { Settings } from './settings.ts';
import type { TopUp } from './top-up.ts';
import type { Words } from './words.ts';

/** The evidence of one top-up as plain text, for the clipboard or a file. Instants in `zone` (IANA). */
export function receiptText(_topUp: TopUp, _words: Words, _units: Settings['units'], _zone = 'UTC'): string {
  throw new Error('receiptText');
}
