import type { PageActions } from '../../components/popup/page-actions.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import { clock } from '../../utils/platform/clock.ts';
import { ask } from '../../utils/platform/messages.ts';
import { requestOrigins } from '../../utils/platform/permissions.ts';
import { openOptions } from '../../utils/platform/tabs.ts';

/** What the popup can do in this browser. */
export const browserActions: PageActions = {
  ask,
  openOptions: (hash) => void openOptions(hash).then(() => window.close()),
  requestAccess: requestOrigins,
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  saveText,
  saveReminder: async (reminder) => {
    const { calendarText } = await import('./calendar-file.ts');
    saveText(reminder.fileName, calendarText(reminder, toInstant(clock.now())));
  },
  reload: () => location.reload(),
};

/** Hands a text to the browser's downloads. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
