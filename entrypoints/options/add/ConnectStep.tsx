import { FIELD_PROBLEM_WORDS } from '../../../components/command-error-words.ts';
import { ConnectError } from '../../../components/options/ConnectError.tsx';
import { ConnectForm } from '../../../components/options/ConnectForm.tsx';
import { ProviderAbout } from '../../../components/options/ProviderAbout.tsx';
import { SecretsNote } from '../../../components/options/SecretsNote.tsx';
import { useWords } from '../../../components/words-context.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';
import type { Page } from '../page.ts';
import { allow, input, signIn } from './add-flow.ts';
import { LINE_FIELD, typedFields } from './add-state.ts';
import type { AddStore } from './add-store.ts';
import { hostsTyped } from './provider-choices.ts';

export interface StepProps {
  page: Page;
  store: AddStore;
  provider: Declaration;
}

/** What the carrier is asked with, and leave to ask it. */
export function ConnectStep({ page, store, provider }: StepProps) {
  const { t } = useWords();
  const { values, problem, busy, error, asksLineId } = store.state();
  const nameless = problem?.field === LINE_FIELD && problem.problem === 'missing';
  const sentence = problem && t(nameless ? 'addNoLines' : FIELD_PROBLEM_WORDS[problem.problem]);
  return (
    <div class="card">
      <ProviderAbout provider={provider} />
      {provider.fields.some(({ secret }) => secret) && <SecretsNote secrets={page.state.secrets} />}
      <ConnectForm
        fields={typedFields(provider, asksLineId)}
        values={values}
        onInput={(name, value) => input(store, name, value)}
        problem={problem && { field: problem.field, sentence: sentence ?? '' }}
        hosts={hostsTyped(provider, values)}
        sessionUrl={provider.sessionUrl?.(values) ?? null}
        busy={busy}
        onSignIn={provider.oauth ? () => void signIn(store) : null}
        onAllow={() => void allow(store)}
      >
        <ConnectError error={error} carrier={provider.name} provider={provider} />
      </ConnectForm>
    </div>
  );
}
