import type { AlertKind, GlanceLine } from '../../utils/domain/glance.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { alertSentence, alertsToShow, renewsAfter } from './alert-words.ts';
import type { PageActions } from './page-actions.ts';
import { RenewalNote } from './RenewalNote.tsx';

const GRAVE: readonly AlertKind[] = [
  'critical',
  'used-up',
  'credit-burn',
  'top-up-failed',
  'sign-in',
  'line-gone',
];

/** What notifications have said and still holds: a notification may never have been seen. */
export function AlertList({ line, ask }: { line: GlanceLine; ask: PageActions['ask'] }) {
  const words = useWords();
  const source = { line, words, units: useUnits(), now: useNow() };
  const alerts = alertsToShow(line);
  if (alerts.length === 0) return null;
  return (
    <ul class="alerts" aria-label={words.t('alertRegion')}>
      {alerts.map((alert) => (
        <li key={alert.key} class={GRAVE.includes(alert.kind) ? 'note note-critical' : 'note note-low'}>
          <Icon name={iconOf(alert.kind)} />
          <div class="note-body">
            <span>{alertSentence(alert, source)}</span>
            {renewsAfter(alert, line) && <RenewalNote line={line} ask={ask} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function iconOf(kind: AlertKind): IconName {
  if (kind === 'topped-up') return 'check';
  if (kind === 'lapse' || kind === 'bundle-ends') return 'clock';
  return GRAVE.includes(kind) ? 'stop' : 'warn';
}
