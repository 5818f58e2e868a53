import { useNow } from '../../../components/now-context.ts';
import { Card } from '../../../components/options/Card.tsx';
import { LapseForm } from '../../../components/options/LapseForm.tsx';
import type { Outcome } from '../../../components/options/outcome.ts';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import { ReminderButton } from '../../../components/ReminderButton.tsx';
import { useWords } from '../../../components/words-context.ts';
import { dayIn } from '../../../utils/domain/format.ts';
import type { Lapse } from '../../../utils/domain/lapse.ts';
import { keepSentence, validitySentence } from '../../../utils/domain/validity-words.ts';
import type { Page } from '../page.ts';

export interface LapseCardProps {
  page: Page;
  shown: ShownLine;
  /** as the provider declares it */
  termDays: number | null;
  onSave: (lapse: Lapse) => Promise<Outcome>;
}

/** Until when the number lives, and what the person wants to be told of it. */
export function LapseCard({ page, shown: { line, glance }, termDays, onSave }: LapseCardProps) {
  const words = useWords();
  const now = useNow();
  const validity = glance?.validUntil ?? null;
  const shown = { words, now, zone: line.zone };
  return (
    <Card title={words.t('validityTitle')}>
      {glance && validity && (
        <>
          <p>
            {validitySentence(validity, shown)} {keepSentence(validity, glance.credit, shown)}
          </p>
          {validity.at > now && (
            <div class="actions">
              <ReminderButton line={glance} validity={validity} actions={page.deps} />
            </div>
          )}
        </>
      )}
      <LapseForm
        lapse={line.lapse}
        termDays={termDays}
        told={validity !== null && validity.rule === undefined}
        today={dayIn(now, line.zone)}
        onSave={onSave}
      />
    </Card>
  );
}
