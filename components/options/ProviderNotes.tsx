import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import type { ProviderChoice } from './provider-choice.ts';

/** What sets a provider apart, in a word each. */
export function ProviderTags({ provider }: { provider: ProviderChoice }) {
  const { t } = useWords();
  const tags = [
    provider.network === 'local' && t('providerLocal'),
    provider.network === 'own-network' && t('providerOwnNetwork'),
    provider.experimental && t('providerExperimental'),
    provider.spendsMoney && t('providerSpendsMoney'),
  ].filter((tag) => tag !== false);
  if (tags.length === 0) return null;
  return (
    <ul class="tags small">
      {tags.map((tag) => (
        <li key={tag} class="tag">
          {tag}
        </li>
      ))}
    </ul>
  );
}

/** The same in sentences, where the person is about to rely on it. */
export function ProviderWarnings({ provider }: { provider: ProviderChoice }) {
  const { t } = useWords();
  return (
    <>
      {provider.network === 'local' && <p>{t('providerLocalText')}</p>}
      {provider.network === 'own-network' && <p>{t('providerOwnNetworkText')}</p>}
      {provider.signIn === 'browser-session' && <p>{t('providerSessionText')}</p>}
      {provider.experimental && <Warning tone="low" words={t('providerExperimentalText')} />}
      {provider.spendsMoney && <Warning tone="critical" words={t('providerSpendsMoneyText')} />}
    </>
  );
}

function Warning({ tone, words }: { tone: 'low' | 'critical'; words: string }) {
  return (
    <p class={`note note-${tone}`}>
      <Icon name="warn" />
      <span>{words}</span>
    </p>
  );
}
