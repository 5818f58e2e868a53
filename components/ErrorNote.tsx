import type { CommandError } from '../utils/app/commands.ts';
import { errorSentence } from './command-error-words.ts';
import { Icon } from './Icon.tsx';
import { useNow } from './now-context.ts';
import { useWords } from './words-context.ts';

/** Why what was just asked did not happen. */
export function ErrorNote({ error }: { error: CommandError | null }) {
  const words = useWords();
  const now = useNow();
  return (
    <div role="alert">
      {error && (
        <p class="note note-critical">
          <Icon name="warn" />
          <span>{errorSentence(error, words, now)}</span>
        </p>
      )}
    </div>
  );
}
