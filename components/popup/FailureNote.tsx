import { useState } from 'preact/hooks';
import { clockTime } from '../../utils/domain/clock-time.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { failureWords } from '../failure-words.ts';
import { hostOf } from '../hosts.ts';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';

interface FailureNoteProps {
  line: GlanceLine;
  failure: Pick<NonNullable<GlanceLine['failure']>, 'kind'>;
  /** a refresh is going on */
  refreshing: boolean;
  /** until when a refresh would not ask the carrier; null = it may be asked now */
  retryAt: string | null;
  onRefresh: () => void;
  /** the page shows the line's settings anyway */
  inSettings?: boolean;
  actions: PageActions;
}

/** What went wrong with the last poll, in words, and the one button that mends it. */
export function FailureNote(props: FailureNoteProps) {
  const words = useWords();
  if (props.line.unknownProvider) return <UnknownProvider {...props} />;
  const { title, help, remedy } = failureWords(props.failure.kind, props.line);
  const [host = ''] = props.line.origins.map(hostOf);
  return (
    <section class="note note-failure" data-failure={props.failure.kind}>
      <Icon name="warn" />
      <div class="note-body">
        <h2>{words.t(title)}</h2>
        <p>{words.t(help, host)}</p>
        {remedy === 'retry' && <RetryButton {...props} />}
        {remedy === 'allow' && <AllowButton {...props} />}
        {remedy === 'sign-in' && <SignInButton {...props} />}
        {remedy === 'settings' && (
          <Button onClick={() => props.actions.openOptions(signInHash(props.line))}>
            {words.t('popupLineSettings')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The line was brought from a newer version; this one can only keep it. */
function UnknownProvider({ line, inSettings = false, actions }: FailureNoteProps) {
  const words = useWords();
  return (
    <section class="note note-failure" data-failure="unknown-provider">
      <Icon name="warn" />
      <div class="note-body">
        <h2>{words.t('failureUnknownProviderTitle')}</h2>
        <p>{words.t('failureUnknownProviderHelp', line.providerId)}</p>
        {!inSettings && (
          <Button onClick={() => actions.openOptions(`#line/${encodeURIComponent(line.id)}`)}>
            {words.t('failureUnknownProviderLine')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Where the options page asks for a line's details anew. */
function signInHash({ id }: GlanceLine): string {
  return `#line/${encodeURIComponent(id)}/sign-in`;
}

function RetryButton({ retryAt, refreshing, onRefresh }: FailureNoteProps) {
  const words = useWords();
  const now = useNow();
  return (
    <Button disabled={retryAt !== null} busy={refreshing} onClick={onRefresh}>
      {retryAt ? words.t('popupRetryAt', clockTime(retryAt, now, words.locale)) : words.t('popupRetry')}
    </Button>
  );
}

function AllowButton({ line, onRefresh, actions }: FailureNoteProps) {
  const words = useWords();
  const [refused, setRefused] = useState(false);
  const allow = () => {
    // Nothing may stand before the request: browsers show the question only within the gesture.
    void actions.requestAccess(line.origins).then((granted) => {
      setRefused(!granted);
      if (granted) onRefresh();
    });
  };
  return (
    <>
      <p class="small">{words.t('popupAllowHosts', line.origins.map(hostOf).join(', '))}</p>
      <Button kind="primary" onClick={allow}>
        {words.t('popupAllow')}
      </Button>
      {refused && <p role="alert">{words.t('popupAllowRefused')}</p>}
    </>
  );
}

/** A popup is closed as soon as a window opens, so that a person signs in from the settings. */
function SignInButton({ line, actions }: FailureNoteProps) {
  const words = useWords();
  return (
    <Button kind="primary" onClick={() => actions.openOptions(signInHash(line))}>
      {words.t('popupSignIn')}
    </Button>
  );
}
