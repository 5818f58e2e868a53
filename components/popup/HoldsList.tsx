import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useNow } from '../now-context.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { accountHolds, bucketHolds, type Hold } from './holds.ts';

/** What else the line holds: other buckets, credit, the number's validity, what waits its turn. */
export function HoldsList({ line }: { line: GlanceLine }) {
  const words = useWords();
  const source = { line, words, units: useUnits(), now: useNow() };
  const buckets = bucketHolds(source);
  const rows = [...buckets.now, ...accountHolds(source)];
  return (
    <>
      {rows.length > 0 && <Rows title={words.t('popupHolds')} rows={rows} />}
      {buckets.waiting.length > 0 && <Rows title={words.t('popupHoldsWaiting')} rows={buckets.waiting} />}
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: Hold[] }) {
  return (
    <section class="holds">
      <h2>{title}</h2>
      <dl>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </dl>
    </section>
  );
}

function Row({ row }: { row: Hold }) {
  const words = useWords();
  return (
    <div class="hold">
      <dt>
        <bdi>{row.label}</bdi>
        {row.tag && <span class="tag">{words.t(row.tag)}</span>}
      </dt>
      <dd>
        <span class="hold-value">{row.value}</span>
        {row.note && <span class="hold-note">{row.note}</span>}
      </dd>
      {row.share !== null && (
        <div class="meter" aria-hidden="true">
          <div style={{ inlineSize: `${row.share * 100}%` }} />
        </div>
      )}
    </div>
  );
}
