import { Icon } from '../Icon.tsx';
import { Troubles } from '../Troubles.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';

export interface AboutSectionProps {
  version: string;
  /** the keys that open the popup; null = none are set */
  shortcut: string | null;
  /** where the browser lets keys be changed, in its own words */
  shortcutPage: string;
}

/** What this is, what it does with data, and what to do when something does not work. */
export function AboutSection({ version, shortcut, shortcutPage }: AboutSectionProps) {
  const { t } = useWords();
  return (
    <>
      <div class="note note-low">
        <Icon name="warn" />
        <div>
          <p class="strong">{t('helpNeverAlone')}</p>
          <p>{t('aboutFakePages')}</p>
        </div>
      </div>
      <ConnectCard />
      <div class="card">
        <Troubles />
      </div>
      <PrivacyCard />
      <Card title={t('aboutKeysTitle')}>
        <p>{shortcut ? t('aboutKeys', shortcut) : t('aboutKeysNone')}</p>
        <p class="small soft">{t('aboutKeysChange', shortcutPage)}</p>
      </Card>
      <Card title={t('aboutVersionTitle')}>
        <p>{t('aboutVersion', version)}</p>
        <p class="small soft">{t('aboutLicence')}</p>
      </Card>
    </>
  );
}

function ConnectCard() {
  const { t } = useWords();
  return (
    <Card title={t('aboutConnectTitle')}>
      <ol class="numbered">
        <li>{t('aboutConnect1')}</li>
        <li>{t('aboutConnect2')}</li>
        <li>{t('aboutConnect3')}</li>
      </ol>
      <p>
        <a href="#add">{t('lineAddAnother')}</a>
      </p>
    </Card>
  );
}

function PrivacyCard() {
  const { t } = useWords();
  return (
    <Card title={t('aboutPrivacyTitle')}>
      <ul class="bulleted">
        <li>{t('aboutPrivacy1')}</li>
        <li>{t('aboutPrivacy2')}</li>
        <li>{t('aboutPrivacy3')}</li>
        <li>{t('aboutPrivacy4')}</li>
        <li>{t('aboutPrivacy5')}</li>
      </ul>
    </Card>
  );
}
