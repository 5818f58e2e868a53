import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

/** How a secret that is entered here will lie on this computer. */
export function SecretsNote({ secrets }: { secrets: 'plain' | 'locked' | 'open' }) {
  const { t } = useWords();
  return (
    <p class="note">
      <Icon name="lock" />
      <span>
        {t(secrets === 'plain' ? 'addSecretsPlain' : 'addSecretsWrapped')}{' '}
        {secrets === 'plain' && <a href="#data">{t('addSecretsLink')}</a>}
      </span>
    </p>
  );
}
