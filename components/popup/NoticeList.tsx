import type { Notice } from '../../utils/domain/glance.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

const NOTICES: Record<Notice, MessageKey> = {
  'history-lost': 'popupNoticeHistoryLost',
  'memory-only': 'popupNoticeMemoryOnly',
  'read-only': 'popupNoticeReadOnly',
  'settings-lost': 'popupNoticeSettingsLost',
  'storage-full': 'popupNoticeStorageFull',
  'rows-set-aside': 'popupNoticeRowsSetAside',
};

/** What is wrong with the storage at present. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const words = useWords();
  if (notices.length === 0) return null;
  return (
    <ul class="alerts">
      {notices.map((notice) => (
        <li key={notice} class="note" data-notice={notice}>
          <Icon name="info" />
          <span>{words.t(NOTICES[notice])}</span>
        </li>
      ))}
    </ul>
  );
}
