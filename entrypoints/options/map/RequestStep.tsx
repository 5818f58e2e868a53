import { useEffect } from 'preact/hooks';
import { Button } from '../../../components/Button.tsx';
import { FIELD_PROBLEM_WORDS } from '../../../components/command-error-words.ts';
import { ChoiceField } from '../../../components/options/ChoiceField.tsx';
import { ConnectError } from '../../../components/options/ConnectError.tsx';
import { FileButton } from '../../../components/options/FileButton.tsx';
import { HostList } from '../../../components/options/HostList.tsx';
import { SecretsNote } from '../../../components/options/SecretsNote.tsx';
import { TextField } from '../../../components/options/TextField.tsx';
import { useWords } from '../../../components/words-context.ts';
import { input } from '../add/add-flow.ts';
import type { AddStore } from '../add/add-store.ts';
import type { StepProps } from '../add/ConnectStep.tsx';
import { hostsTyped } from '../add/provider-choices.ts';
import { HeaderRows } from './HeaderRows.tsx';
import { fetchAnswer, setRows, takeFile } from './map-flow.ts';

/** What is asked of an endpoint of one's own, and leave to ask it once. */
export function RequestStep({ page, store, provider }: StepProps) {
  const { t } = useWords();
  const { values, rows, problem, busy, error } = store.state();
  const wrong = (field: string) =>
    problem?.field === field ? t(FIELD_PROBLEM_WORDS[problem.problem]) : null;
  useEffect(() => {
    if (problem)
      document
        .getElementById(problem.field === 'headers' ? 'header-value-0' : `field-${problem.field}`)
        ?.focus();
  }, [problem]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy === null) void fetchAnswer(store);
  };
  return (
    <div class="card">
      <p class="soft">{t('mapRequestIntro')}</p>
      <form class="form" noValidate onSubmit={submit}>
        <TextField
          id="field-url"
          label={t('fieldUrlLabel')}
          help={t('fieldUrlHelp')}
          type="url"
          value={values.url ?? ''}
          placeholder={provider.fields.find(({ name }) => name === 'url')?.example}
          problem={wrong('url')}
          onInput={(value) => input(store, 'url', value)}
          required
          verbatim
        />
        <ChoiceField
          name="method"
          legend={t('fieldMethodLabel')}
          value={values.method === 'POST' ? 'POST' : 'GET'}
          choices={[
            { value: 'GET', label: 'GET' },
            { value: 'POST', label: 'POST' },
          ]}
          onChange={(value) => input(store, 'method', value)}
          row
        />
        <HeaderRows rows={rows} onChange={(next) => setRows(store, next)} problem={wrong('headers')} />
        {values.method === 'POST' && (
          <TextField
            id="field-body"
            label={t('fieldBodyLabel')}
            help={t('fieldBodyHelp')}
            value={values.body ?? ''}
            problem={wrong('body')}
            onInput={(value) => input(store, 'body', value)}
            multiline
            verbatim
          />
        )}
        <SecretsNote secrets={page.state.secrets} />
        <HostList title={t('addHosts')} hosts={hostsTyped(provider, values) ?? []} none={t('addHostsNone')} />
        <div class="actions">
          <Button type="submit" kind="primary" busy={busy !== null}>
            {t('mapFetch')}
          </Button>
          <p role="status" class="small soft">
            {busy && t('mapFetching')}
          </p>
        </div>
        <ConnectError error={error} carrier={t('mapCarrier')} />
      </form>
      <MappingFile store={store} />
    </div>
  );
}

function MappingFile({ store }: { store: AddStore }) {
  const { t } = useWords();
  const open = async (file: File) => (takeFile(store, await file.text()) ? null : t('mapFileWrong'));
  return (
    <div class="form">
      <p class="or">{t('mapOr')}</p>
      <FileButton label={t('mapFileOpen')} done={t('mapFileOpened')} onFile={open} />
      <p class="small soft">{t('mapFileNote')}</p>
    </div>
  );
}
