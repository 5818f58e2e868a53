import type { Ask } from '../../utils/app/commands.ts';
import type { Notice } from '../../utils/domain/glance.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Icon } from '../Icon.tsx';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';

const NOTICES: Record<Notice, MessageKey> = {
  'history-lost': 'popupNoticeHistoryLost',
  'memory-only': 'popupNoticeMemoryOnly',
  'read-only': 'popupNoticeReadOnly',
  'settings-lost': 'popupNoticeSettingsLost',
  'storage-full': 'popupNoticeStorageFull',
  'rows-set-aside': 'popupNoticeRowsSetAside',
};

interface NoticeListProps {
  notices: readonly Notice[];
  ask: Ask;
}

/** What is wrong with the storage. What is over can be closed; the rest stays as long as it lasts. */
export function NoticeList({ notices, ask }: NoticeListProps) {
  const words = useWords();
  const { busy, error, run } = useWork();
  if (notices.length === 0) return null;
  return (
    <>
      <ul class="alerts">
        {notices.map((notice) => (
          <li key={notice} class="note" data-notice={notice}>
            <Icon name="info" />
            <div class="note-body">
              <p>{words.t(NOTICES[notice])}</p>
              {(notice === 'history-lost' || notice === 'settings-lost') && (
                <div class="buttons">
                  <Button busy={busy} onClick={() => void run(() => ask('dismiss-notice', { notice }))}>
                    {words.t('popupClose')}
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ErrorNote error={error} />
    </>
  );
}
