import type { CommandError } from '../../utils/app/commands.ts';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { useWords } from '../words-context.ts';
import { type Connecting, connectErrorSentence } from './connect-error-words.ts';

export interface ConnectErrorProps extends Connecting {
  /** `access-refused`: the person did not let the browser ask */
  error: CommandError | 'access-refused' | null;
}

/** Why connecting did not work, read out when it comes. */
export function ConnectError({ error, carrier, provider }: ConnectErrorProps) {
  const words = useWords();
  const now = useNow();
  const sentence =
    error === 'access-refused'
      ? words.t('addAllowRefused')
      : error && connectErrorSentence(error, { carrier, provider }, words, now);
  return (
    <div role="alert">
      {sentence && (
        <p class="note note-critical">
          <Icon name="warn" />
          <span>{sentence}</span>
        </p>
      )}
    </div>
  );
}
