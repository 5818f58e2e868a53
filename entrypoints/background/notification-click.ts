import type { Deps } from '../../utils/app/deps.ts';
import { openOptions } from '../../utils/platform/tabs.ts';

/** A click leads to where the person can act: a tab, since a popup cannot be opened from a notification everywhere. */
export async function openFromNotification(deps: Deps, id: string): Promise<void> {
  const [, lineId, key = ''] = /^line:([^:]+):(.+)$/.exec(id) ?? [];
  if (!lineId || !(await deps.store.line(lineId))) return openOptions('#lines');
  if (key === 'sign-in') return openOptions(`#line/${lineId}/sign-in`);
  if (key === 'line-gone' || key === 'hosts-changed') return openOptions(`#line/${lineId}`);
  return openOptions(`#top-up/${lineId}`);
}
