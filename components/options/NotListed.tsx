import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';

/** The way on for a person whose carrier is not among those that are known. */
export function NotListed({ hash }: { hash: string }) {
  const { t } = useWords();
  return (
    <Card title={t('sampleNotListed')} intro={t('sampleNotListedIntro')}>
      <p>
        <a class="link-out" href={hash}>
          {t('sampleFetch')}
          <Icon name="forward" mirror />
        </a>
      </p>
    </Card>
  );
}
