import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from '../words-context.ts';
import { FIRST_SHOWN, firstOpen, parentOf, type TreeRow, visibleRows } from './answer-tree.ts';
import { TreeItem } from './TreeItem.tsx';

export interface AnswerTreeProps {
  value: unknown;
  /** names the tree */
  labelledBy: string;
  /** the value that is chosen, as a JSON Pointer; null = none */
  chosen: string | null;
  onChoose: (at: string) => void;
  /** what a value was already chosen for */
  markOf: (at: string) => string | null;
}

/** An answer as a tree, in which a value is chosen by a click or with the keys of a tree. */
export function AnswerTree({ value, labelledBy, chosen, onChoose, markOf }: AnswerTreeProps) {
  const { t } = useWords();
  const tree = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() => firstOpen(value));
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const rows = useMemo(() => visibleRows(value, open, shown), [value, open, shown]);
  const at = Math.min(active, rows.length - 1);
  useLayoutEffect(() => {
    if (wantsFocus.current) tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    wantsFocus.current = false;
  });
  const move = (index: number) => {
    wantsFocus.current = true;
    setActive(Math.max(0, Math.min(rows.length - 1, index)));
  };
  const turn = ({ at: place }: TreeRow, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(place);
    else next.delete(place);
    setOpen(next);
  };
  const press = (row: TreeRow) => {
    if (row.more > 0) setShown(new Map(shown).set(row.at, (shown.get(row.at) ?? FIRST_SHOWN) * 10));
    else if (row.holds === null) onChoose(row.at);
    else turn(row, !row.open);
  };
  const key = (event: KeyboardEvent) => {
    const row = rows[at];
    const act = row && KEYS[event.key]?.({ rows, row, at, move, turn, press });
    if (act) event.preventDefault();
  };
  return (
    <div ref={tree} role="tree" class="tree" aria-labelledby={labelledBy}>
      {rows.map((row, index) => (
        <TreeItem
          key={`${row.at}${row.more > 0 ? '…' : ''}`}
          row={row}
          name={row.level === 1 ? t('mapWhole') : row.key}
          mark={row.more > 0 ? null : markOf(row.at)}
          chosen={row.more === 0 && row.at === chosen}
          focusable={index === at}
          onKey={key}
          onPress={() => {
            setActive(index);
            press(row);
          }}
        />
      ))}
    </div>
  );
}

interface Pressed {
  rows: readonly TreeRow[];
  row: TreeRow;
  at: number;
  move: (index: number) => void;
  turn: (row: TreeRow, open: boolean) => void;
  press: (row: TreeRow) => void;
}

/** What the keys of a tree do, as the ARIA practices have it; true = the key was for the tree. */
const KEYS: Readonly<Record<string, (pressed: Pressed) => boolean>> = {
  ArrowDown: ({ at, move }) => done(move(at + 1)),
  ArrowUp: ({ at, move }) => done(move(at - 1)),
  Home: ({ move }) => done(move(0)),
  End: ({ rows, move }) => done(move(rows.length - 1)),
  ArrowRight: ({ row, at, move, turn }) => {
    if (row.holds === null) return true;
    return done(row.open ? move(at + 1) : turn(row, true));
  },
  ArrowLeft: ({ rows, row, at, move, turn }) =>
    done(row.open ? turn(row, false) : move(Math.max(0, parentOf(rows, at)))),
  Enter: ({ row, press }) => done(press(row)),
  ' ': ({ row, press }) => done(press(row)),
};

function done(_done: unknown): true {
  return true;
}
