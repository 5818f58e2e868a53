import type { Words } from '../../utils/domain/words.ts';
import type { ProviderChoice } from './provider-choice.ts';

/** What a person must have at hand for a provider, in one sentence. */
export function needsSentence(provider: Pick<ProviderChoice, 'fields' | 'signIn'>, words: Words): string {
  if (provider.signIn === 'oauth-or-token') return words.t('providerNeedsSignIn');
  const labels = provider.fields.filter(({ required }) => required).map(({ label }) => words.t(label));
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(labels);
  const fields = labels.length > 0 ? words.t('providerNeeds', list) : null;
  if (provider.signIn === 'browser-session') return fields ?? words.t('providerNeedsSession');
  return fields ?? words.t('providerNeedsNothing');
}
