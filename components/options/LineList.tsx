import { useState } from 'preact/hooks';
import { numberFormat } from '../../utils/domain/intl.ts';
import { useWords } from '../words-context.ts';
import { LineRow } from './LineRow.tsx';
import type { ShownLine } from './shown-line.ts';

export interface LineListProps {
  lines: readonly ShownLine[];
  /** the ids in their new order */
  onOrder: (lineIds: string[]) => void;
}

/** All lines in the person's order. */
export function LineList({ lines, onOrder }: LineListProps) {
  const { t, locale } = useWords();
  const [said, setSaid] = useState('');
  const move = (index: number, by: -1 | 1) => {
    const ids = lines.map(({ line }) => line.id);
    const [id] = ids.splice(index, 1);
    if (id === undefined) return;
    ids.splice(index + by, 0, id);
    onOrder(ids);
    const number = numberFormat(locale, {});
    const [place, count] = [number.format(index + by + 1), number.format(lines.length)];
    setSaid(t('lineMoved', lines[index]?.line.name ?? '', place, count));
  };
  return (
    <>
      <ul class="line-list">
        {lines.map((shown, index) => (
          <LineRow
            key={shown.line.id}
            shown={shown}
            first={index === 0}
            last={index === lines.length - 1}
            onMove={(by) => move(index, by)}
          />
        ))}
      </ul>
      <p role="status" class="unseen">
        {said}
      </p>
    </>
  );
}
