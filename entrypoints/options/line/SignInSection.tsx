import { useState } from 'preact/hooks';
import { FIELD_PROBLEM_WORDS } from '../../../components/command-error-words.ts';
import { ConnectError } from '../../../components/options/ConnectError.tsx';
import { ConnectForm } from '../../../components/options/ConnectForm.tsx';
import { ProviderAbout } from '../../../components/options/ProviderAbout.tsx';
import { SecretsNote } from '../../../components/options/SecretsNote.tsx';
import { Section } from '../../../components/options/Section.tsx';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import { useWords } from '../../../components/words-context.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';
import { hostsTyped } from '../add/provider-choices.ts';
import type { Page } from '../page.ts';
import { useReconnect } from './use-reconnect.ts';

export interface SignInSectionProps {
  page: Page;
  shown: ShownLine;
  provider: Declaration;
}

/** Signing a stored line in again, or changing what its carrier is asked with. */
export function SignInSection({ page, shown, provider }: SignInSectionProps) {
  const { t } = useWords();
  const { line } = shown;
  const [values, setValues] = useState<Record<string, string>>(line.fields);
  const home = `#line/${encodeURIComponent(line.id)}`;
  const done = () => {
    page.announce(t('lineReconnected', line.name));
    page.go(home);
  };
  const { busy, problem, error, refused, signIn, replace, forget } = useReconnect(page, line, provider, done);
  const type = (name: string, value: string) => {
    setValues({ ...values, [name]: value });
    forget(name);
  };
  return (
    <Section
      title={t('lineReconnectTitle', line.name)}
      takesFocus={page.arrived}
      back={{ hash: home, label: line.name }}
    >
      <div class="card">
        <ProviderAbout provider={provider} />
        {provider.fields.some(({ secret }) => secret) && <SecretsNote secrets={page.state.secrets} />}
        <ConnectForm
          fields={provider.fields}
          values={values}
          onInput={type}
          problem={problem && { field: problem.field, sentence: t(FIELD_PROBLEM_WORDS[problem.problem]) }}
          secretsKept={line.hasSecret}
          hosts={hostsTyped(provider, values)}
          sessionUrl={provider.sessionUrl?.(values) ?? null}
          busy={busy}
          onSignIn={provider.oauth ? () => void signIn() : null}
          onAllow={() => void replace(values)}
        >
          <ConnectError
            error={refused ? 'access-refused' : error}
            carrier={provider.name}
            provider={provider}
          />
        </ConnectForm>
      </div>
    </Section>
  );
}
