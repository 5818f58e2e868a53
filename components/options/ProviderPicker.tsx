import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import { findProviders } from './find-providers.ts';
import { ProviderTags } from './ProviderNotes.tsx';
import type { ProviderChoice } from './provider-choice.ts';
import { needsSentence } from './provider-needs.ts';
import { TextField } from './TextField.tsx';

export interface ProviderPickerProps {
  providers: readonly ProviderChoice[];
  query: string;
  onQuery: (query: string) => void;
}

/** The carriers and standards that the extension knows; each leads to its own form. */
export function ProviderPicker({ providers, query, onQuery }: ProviderPickerProps) {
  const words = useWords();
  const found = findProviders(providers, query);
  return (
    <>
      <search class="form">
        <TextField
          id="provider-query"
          label={words.t('addSearch')}
          help={words.t('addSearchHelp')}
          value={query}
          onInput={onQuery}
          verbatim
        />
      </search>
      <p role="status" class={found.length > 0 ? 'unseen' : 'soft'}>
        {found.length > 0 ? words.n('addFound', found.length) : words.t('addNotFound', query)}
      </p>
      <ul class="provider-list">
        {found.map((provider) => (
          <li key={provider.id}>
            <a href={`#add/${encodeURIComponent(provider.id)}`}>
              <span class="provider-name">{provider.name}</span>
              <span class="small soft">{needsSentence(provider, words)}</span>
              <ProviderTags provider={provider} />
              <Icon name="forward" mirror />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
