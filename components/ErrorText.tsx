import type { CommandError } from '../utils/app/commands.ts';
import { errorSentence } from './command-error-words.ts';
import { Icon } from './Icon.tsx';
import { useNow } from './now-context.ts';
import { useWords } from './words-context.ts';

/** A command's error as a banner. */
export function ErrorText({ error }: { error: CommandError }) {
  const words = useWords();
  const now = useNow();
  return (
    <p class="note note-critical">
      <Icon name="warn" />
      <span>{errorSentence(error, words, now)}</span>
    </p>
  );
}
