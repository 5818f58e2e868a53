import { useNow } from '../../components/now-context.ts';
import { AlertKinds } from '../../components/options/AlertKinds.tsx';
import { PauseAlerts } from '../../components/options/PauseAlerts.tsx';
import { QuietHoursForm } from '../../components/options/QuietHoursForm.tsx';
import { Section } from '../../components/options/Section.tsx';
import { useWords } from '../../components/words-context.ts';
import { formatData } from '../../utils/domain/format.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import { limitsOf } from '../../utils/domain/thresholds.ts';
import { askFor } from './outcome.ts';
import type { Page } from './page.ts';

const NO_OWN = { lowBytes: null, criticalBytes: null, lowCredit: null };

/** When the person is told, and when not. */
export function AlertsSection({ page }: { page: Page }) {
  const { t, locale } = useWords();
  const now = useNow();
  const { settings, lines } = page.state;
  const { low, critical } = limitsOf(null, NO_OWN);
  return (
    <Section title={t('optionsAlertsTitle')} intro={t('optionsAlertsIntro')} takesFocus={page.arrived}>
      <QuietHoursForm
        quietHours={settings.quietHours}
        onSave={(quietHours) => askFor(page, 'put-settings', { settings: { ...settings, quietHours } })}
      />
      {lines.length > 0 && (
        <PauseAlerts
          until={pausedUntil(lines, now)}
          onPause={(until) => askFor(page, 'pause-alerts', { lineId: null, until })}
        />
      )}
      <AlertKinds
        defaultLow={formatData(low, settings.units, locale)}
        defaultCritical={formatData(critical, settings.units, locale)}
      />
    </Section>
  );
}

/** When the first of all pauses ends; null = at least one line is not paused. */
function pausedUntil(lines: readonly { alertsPausedUntil: Instant | null }[], now: Instant): Instant | null {
  const ends = lines.map(({ alertsPausedUntil }) => alertsPausedUntil ?? now);
  const first = ends.reduce((a, b) => (a < b ? a : b));
  return first > now ? first : null;
}
