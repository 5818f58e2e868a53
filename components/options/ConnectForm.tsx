import type { ComponentChildren } from 'preact';
import type { Field } from '../../utils/providers/contract.ts';
import { Button } from '../Button.tsx';
import { hostOf, webLink } from '../hosts.ts';
import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import { HostList } from './HostList.tsx';
import { ProviderFields } from './ProviderFields.tsx';

export interface ConnectFormProps {
  fields: readonly Field[];
  values: Readonly<Record<string, string>>;
  onInput: (name: string, value: string) => void;
  problem: { field: string; sentence: string } | null;
  secretsKept?: boolean;
  /** where the carrier will be asked; null = what is filled in does not tell it yet */
  hosts: readonly string[] | null;
  /** the carrier's page on which the person signs in before; null = there is none */
  sessionUrl: string | null;
  busy: 'sign-in' | 'ask' | null;
  /** the sign-in window of the carrier; null = it has none */
  onSignIn: (() => void) | null;
  /** asks the browser for access, then the carrier */
  onAllow: () => void;
  /** what went wrong */
  children?: ComponentChildren;
}

/** The form that signs a line in. One press asks the browser for access to that host alone, then the carrier. */
export function ConnectForm(props: ConnectFormProps) {
  const { fields, onSignIn, onAllow, hosts, busy, children } = props;
  const { values, onInput, problem, secretsKept = false } = props;
  const { t } = useWords();
  const shown = { values, onInput, problem, secretsKept };
  const page = webLink(props.sessionUrl);
  const asksAccess = hosts === null || hosts.length > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy === null) onAllow();
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ProviderFields fields={onSignIn ? fields.filter(({ secret }) => !secret) : fields} {...shown} />
      {page && (
        <p>
          <a class="link-out" href={page} target="_blank" rel="noopener noreferrer">
            {t('addSessionOpen', hostOf(page))}
            <Icon name="out" mirror />
          </a>
        </p>
      )}
      {asksAccess && <HostList title={t('addHosts')} hosts={hosts ?? []} none={t('addHostsNone')} />}
      {onSignIn && <SignInFirst busy={busy} onSignIn={onSignIn} />}
      {onSignIn && <ProviderFields fields={fields.filter(({ secret }) => secret)} {...shown} instead />}
      <div class="actions">
        <Button
          type="submit"
          kind={onSignIn ? 'plain' : 'primary'}
          busy={busy === 'ask'}
          disabled={busy !== null}
        >
          {t(asksAccess ? 'addAllow' : 'addCheck')}
        </Button>
        <p role="status" class="small soft">
          {busy && t(busy === 'ask' ? 'addAsking' : 'addSigningIn')}
        </p>
      </div>
      {children}
    </form>
  );
}

function SignInFirst({ busy, onSignIn }: { busy: ConnectFormProps['busy']; onSignIn: () => void }) {
  const { t } = useWords();
  return (
    <>
      <Button kind="primary" busy={busy === 'sign-in'} disabled={busy !== null} onClick={onSignIn}>
        {t('addSignIn')}
      </Button>
      <p class="small soft">{t('addSignInHelp')}</p>
      <p class="or">{t('addOr')}</p>
    </>
  );
}
