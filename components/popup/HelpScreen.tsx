import type { GlanceLine } from '../../utils/domain/glance.ts';
import type { Help } from '../../utils/domain/offers.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Icon } from '../Icon.tsx';
import { Troubles } from '../Troubles.tsx';
import { useAnswer } from '../use-answer.ts';
import { useWords } from '../words-context.ts';
import { Contacts } from './Contacts.tsx';
import type { PageActions } from './page-actions.ts';
import { Screen } from './Screen.tsx';

interface HelpScreenProps {
  line: GlanceLine;
  actions: PageActions;
  onBack: () => void;
}

/** Where help is found for a line, which hosts are its carrier's own, and steps for the usual troubles. */
export function HelpScreen({ line, actions, onBack }: HelpScreenProps) {
  const words = useWords();
  const { reply, again } = useAnswer(() => actions.ask('help', { lineId: line.id }));
  const help = reply?.ok ? reply.value : null;
  // A carrier that tells no help is not a fault that another try would mend.
  const error = reply && !reply.ok && reply.error.kind !== 'gone' ? reply.error : null;
  return (
    <Screen title={words.t('helpOf', line.name)} onBack={onBack}>
      {help && <Official help={help} />}
      {!help && <NeverPay />}
      {!reply && <p class="waiting">{words.t('helpLoading')}</p>}
      <ErrorNote error={error} />
      {error && <Button onClick={again}>{words.t('popupRetry')}</Button>}
      {help && <Contacts help={help} />}
      {reply && !help && !error && <p>{words.t('helpNone')}</p>}
      <Troubles />
    </Screen>
  );
}

/** What holds whichever addresses are known. */
function NeverPay() {
  const { t } = useWords();
  return (
    <p class="note">
      <Icon name="shield" />
      <span>{t('helpNeverAlone')}</span>
    </p>
  );
}

function Official({ help: { officialHosts, checkoutHosts } }: { help: Help }) {
  const words = useWords();
  const hosts = [...new Set([...officialHosts, ...checkoutHosts])];
  if (hosts.length === 0) {
    return (
      <>
        <NeverPay />
        <p>{words.t('helpNoHosts')}</p>
      </>
    );
  }
  return (
    <section class="official">
      <p class="official-never">
        <Icon name="shield" />
        <strong>{words.t('helpNever')}</strong>
      </p>
      <h2 class="unseen">{words.t('helpHosts')}</h2>
      <ul>
        {hosts.map((host) => (
          <li key={host} class="host">
            {host}
          </li>
        ))}
      </ul>
      {checkoutHosts.length > 0 && (
        <p class="small">
          {words.t('helpPayHosts')} <bdi dir="ltr">{checkoutHosts.join(', ')}</bdi>
        </p>
      )}
    </section>
  );
}
