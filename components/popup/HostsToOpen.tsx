import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

/** The host that a payment page will open on, in letters that can be read. */
export function HostsToOpen({ hosts }: { hosts: readonly string[] }) {
  const words = useWords();
  return (
    <div class="hosts">
      <Icon name="shield" />
      <div>
        <p class="small soft">{words.t(hosts.length > 1 ? 'topUpOpensAtOneOf' : 'topUpOpensAt')}</p>
        {hosts.map((host) => (
          <p key={host} class="host">
            {host}
          </p>
        ))}
        <p class="small soft">{words.t('topUpCare')}</p>
      </div>
    </div>
  );
}
