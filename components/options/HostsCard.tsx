import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { HostList } from './HostList.tsx';

/** The only addresses that a payment page may open on. */
export function HostsCard({ confirmed }: { confirmed: readonly string[] }) {
  const { t } = useWords();
  return (
    <Card title={t('lineHostsTitle')} intro={t('lineHostsIntro')}>
      <HostList title={t('lineHostsConfirmed')} hosts={confirmed} />
    </Card>
  );
}
