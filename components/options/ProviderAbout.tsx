import { webLink } from '../hosts.ts';
import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import { ProviderWarnings } from './ProviderNotes.tsx';
import type { ProviderChoice } from './provider-choice.ts';

/** What to know of a carrier or standard before its form is filled in. */
export function ProviderAbout({ provider }: { provider: ProviderChoice }) {
  const { t } = useWords();
  const documentation = webLink(provider.documentationUrl);
  return (
    <>
      <ProviderWarnings provider={provider} />
      {documentation && (
        <p>
          <a class="link-out" href={documentation} target="_blank" rel="noopener noreferrer">
            {t('addDocumentation', provider.name)}
            <Icon name="out" mirror />
          </a>
        </p>
      )}
    </>
  );
}
