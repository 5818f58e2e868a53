import type { Notice } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Illustration } from '../Illustration.tsx';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import { NoticeList } from './NoticeList.tsx';
import type { PageActions } from './page-actions.ts';

interface EmptyStateProps {
  notices: readonly Notice[];
  actions: PageActions;
}

/** No line yet. */
export function EmptyState({ notices, actions }: EmptyStateProps) {
  const words = useWords();
  // What was stored is gone: this is no first run, and the way back stands first.
  const lost = notices.includes('history-lost') || notices.includes('settings-lost');
  const { busy, error, run } = useWork();
  return (
    <main class="empty">
      <NoticeList notices={notices} ask={actions.ask} />
      <Illustration />
      <h1>{words.t('popupEmptyTitle')}</h1>
      <p>{words.t('popupEmptyText')}</p>
      {lost && (
        <Button kind="primary" wide onClick={() => actions.openOptions('#data')}>
          {words.t('popupRestore')}
        </Button>
      )}
      <Button kind={lost ? 'plain' : 'primary'} wide onClick={() => actions.openOptions('#add')}>
        {words.t('popupAddLine')}
      </Button>
      {!lost && (
        <Button wide busy={busy} onClick={() => void run(() => actions.ask('add-demo', {}))}>
          {words.t('popupTryDemo')}
        </Button>
      )}
      <ErrorNote error={error} />
      <p class="small soft">{words.t('popupPrivacy')}</p>
    </main>
  );
}
