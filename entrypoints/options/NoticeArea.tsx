import { Icon } from '../../components/Icon.tsx';
import { NoticeList } from '../../components/popup/NoticeList.tsx';
import { useWords } from '../../components/words-context.ts';
import type { Page } from './page.ts';

/** What concerns every section: trouble with the storage, secrets that are locked. */
export function NoticeArea({ page }: { page: Page }) {
  const { t } = useWords();
  return (
    <>
      <NoticeList notices={page.glance?.notices ?? []} ask={page.deps.ask} />
      {page.state.secrets === 'locked' && (
        <p class="note note-low">
          <Icon name="lock" />
          <span>
            <strong>{t('optionsLockedTitle')}</strong> {t('optionsLockedHelp')}{' '}
            <a href="#data">{t('optionsLockedLink')}</a>
          </span>
        </p>
      )}
    </>
  );
}
