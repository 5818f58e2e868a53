import { useEffect, useState } from 'preact/hooks';
import { dayIn } from '../../utils/domain/format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import type { UntilDay } from '../../utils/domain/until-day.ts';
import { untilName } from '../../utils/domain/until-words.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { useWords } from '../words-context.ts';
import { zoneOf } from '../zone.ts';
import type { PageActions } from './page-actions.ts';
import { UntilAnswer } from './UntilAnswer.tsx';

interface UntilRowProps {
  line: GlanceLine;
  ask: PageActions['ask'];
  onOpen: () => void;
}

/** The day up to which the person wants the data to last, with the answer; or the way to name one. */
export function UntilRow({ line, ask, onOpen }: UntilRowProps) {
  const words = useWords();
  const zone = zoneOf(line);
  const passed = usePassed(line, ask, dayIn(useNow(), zone));
  const until = passed ? null : line.until;
  if (!until && !passed && line.headline.kind !== 'data') return null;
  return (
    <section class="until" aria-label={words.t('untilTitle')}>
      {passed && (
        <p class="note">
          <Icon name="info" />
          <span>{words.t('untilPassed', untilName(passed, { words, zone }))}</span>
        </p>
      )}
      {until && <h2>{untilName(until, { words, zone })}</h2>}
      {until && <UntilAnswer line={line} day={until.day} />}
      <Button kind="quiet" data-opens="until" onClick={onOpen}>
        {words.t(until ? 'untilChange' : 'untilTitle')}
      </Button>
    </section>
  );
}

/** A day that has passed is taken away from the line, and told of for as long as this page is open. */
function usePassed({ id, until }: GlanceLine, ask: PageActions['ask'], today: string): UntilDay | null {
  const [passed, setPassed] = useState<UntilDay | null>(null);
  const past = until && until.day < today ? until : null;
  const day = past?.day;
  useEffect(() => {
    if (!past) return;
    setPassed(past);
    void ask('edit-line', { lineId: id, edit: { until: null } });
  }, [id, day]);
  return past ?? (until ? null : passed);
}
