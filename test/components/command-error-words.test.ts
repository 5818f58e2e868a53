import { describe, expect, it } from 'vitest';
import { errorSentence } from '../../components/command-error-words.ts';
import type { CommandError } from '../../utils/app/commands.ts';
import { FAILURE_KINDS } from '../../utils/domain/failure.ts';
import { DAY, HOUR } from '../../utils/domain/instant.ts';
import { fromNow, NOW } from '../support/glances.ts';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const ERRORS: CommandError[] = [
  ...FAILURE_KINDS.map((kind): CommandError => {
    return { kind: 'failure', failure: { kind, retryAt: null, detail: 'raw detail' }, origin: null };
  }),
  { kind: 'field', field: 'token', problem: 'missing' },
  { kind: 'refused-host', host: 'evil.example', allowed: ['pay.example'] },
  { kind: 'refused-address', reason: 'script' },
  { kind: 'refused-address', reason: 'not-https' },
  { kind: 'sign-in', reason: 'cancelled', detail: 'raw detail' },
  { kind: 'sign-in', reason: 'refused', detail: 'raw detail' },
  { kind: 'sign-in', reason: 'mismatch', detail: 'raw detail' },
  { kind: 'sign-in', reason: 'unsupported', detail: 'raw detail' },
  { kind: 'import', reason: 'not-json', where: 'line 4' },
  { kind: 'import', reason: 'not-ours', where: 'format' },
  { kind: 'import', reason: 'newer', where: 'version' },
  { kind: 'locked' },
  { kind: 'gone' },
  { kind: 'in-progress' },
  { kind: 'not-before', at: fromNow(HOUR) },
  { kind: 'passphrase', reason: 'too-short' },
  { kind: 'passphrase', reason: 'wrong' },
  { kind: 'unreachable' },
  { kind: 'reload' },
  { kind: 'defect', detail: 'raw detail' },
];

describe.each(LANGUAGE_NAMES)('in %s', (language) => {
  const words = wordsFor(language);

  it('every error has a sentence of its own, without the raw detail', () => {
    const sentences = ERRORS.map((error) => errorSentence(error, words, NOW));
    for (const sentence of sentences) {
      expect(sentence.length).toBeGreaterThan(3);
      expect(sentence).not.toMatch(/raw detail|\$\d|undefined/);
    }
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('names the host that was not opened', () => {
    const error: CommandError = { kind: 'refused-host', host: 'evil.example', allowed: [] };
    expect(errorSentence(error, words, NOW)).toContain('evil.example');
  });
});

it('gives the day as well where the carrier may be asked only tomorrow', () => {
  const words = wordsFor('en');
  expect(errorSentence({ kind: 'not-before', at: fromNow(DAY) }, words, NOW)).toContain('Nov 22');
  expect(errorSentence({ kind: 'not-before', at: fromNow(HOUR) }, words, NOW)).not.toContain('Nov');
});
