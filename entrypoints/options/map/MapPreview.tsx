import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../../components/now-context.ts';
import { Card } from '../../../components/options/Card.tsx';
import { LineStanding } from '../../../components/options/LineStanding.tsx';
import { HoldsList } from '../../../components/popup/HoldsList.tsx';
import { useWords } from '../../../components/words-context.ts';
import { Failure } from '../../../utils/domain/failure.ts';
import type { Reading } from '../../../utils/domain/reading.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';
import { mapped } from '../../../utils/providers/standards/mapped.ts';
import type { Mapping } from '../../../utils/providers/standards/mapping.ts';
import { triedLine } from '../add/tried-line.ts';
import { picksIn } from './map-draft.ts';
import { queryHere } from './use-found.ts';

export interface MapPreviewProps {
  answer: unknown;
  mapping: Mapping;
  provider: Declaration;
}

/** The reading that comes of the answer, anew with each pick. */
export function MapPreview({ answer, mapping, provider }: MapPreviewProps) {
  const { t } = useWords();
  const now = useNow();
  const [reading, setReading] = useState<Reading | Failure | null>(null);
  const told = JSON.stringify(mapping);
  useEffect(() => {
    let stale = false;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    mapped(JSON.parse(told) as Mapping, answer, { now, zone, query: queryHere }).then(
      (value) => stale || setReading(value),
      (error: unknown) => stale || setReading(error instanceof Failure ? error : new Failure('unreadable')),
    );
    return () => {
      stale = true;
    };
  }, [answer, told, now]);
  const isEmpty = picksIn(mapping).length === 0;
  return (
    <Card title={t('mapPreviewTitle')} tone={isEmpty || reading instanceof Failure ? 'plain' : 'good'}>
      <div role="status">
        {isEmpty && <p class="soft">{t('mapPreviewEmpty')}</p>}
        {!isEmpty && reading instanceof Failure && <p class="note note-critical">{t('mapPreviewFailed')}</p>}
        {!isEmpty && reading !== null && !(reading instanceof Failure) && (
          <Shown reading={reading} provider={provider} />
        )}
      </div>
    </Card>
  );
}

function Shown({ reading, provider }: { reading: Reading; provider: Declaration }) {
  const { t } = useWords();
  const line = triedLine({ reading, help: null, origins: [] }, provider, useNow());
  return (
    <>
      {line.planName && (
        <p>
          <bdi>{t('addPlan', line.planName)}</bdi>
        </p>
      )}
      <LineStanding line={line} />
      <HoldsList line={line} />
    </>
  );
}
