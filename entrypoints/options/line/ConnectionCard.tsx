import { hostOf } from '../../../components/hosts.ts';
import { Card } from '../../../components/options/Card.tsx';
import { HostList } from '../../../components/options/HostList.tsx';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import { useWords } from '../../../components/words-context.ts';

/** Where the line is read from, and the way to signing in again. */
export function ConnectionCard({ shown, canReconnect }: { shown: ShownLine; canReconnect: boolean }) {
  const { t } = useWords();
  const { line, providerName } = shown;
  const signedIn = {
    oauth: t('lineSignedInOauth'),
    secret: t('lineSignedInSecret'),
    none: t('lineSignedInNone'),
  };
  return (
    <Card
      title={t('lineConnectionTitle')}
      intro={t('lineConnectionIntro', providerName, signedIn[line.signedInBy])}
    >
      {line.origins.length > 0 && (
        <HostList title={t('lineConnectionHosts')} hosts={line.origins.map(hostOf)} />
      )}
      {canReconnect && (
        <p>
          <a class="button" href={`#line/${encodeURIComponent(line.id)}/sign-in`}>
            {t('lineReconnect')}
          </a>
        </p>
      )}
    </Card>
  );
}
