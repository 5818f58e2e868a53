import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import type { TreeRow } from './answer-tree.ts';

export interface TreeItemProps {
  row: TreeRow;
  name: string;
  mark: string | null;
  chosen: boolean;
  focusable: boolean;
  onPress: () => void;
  /** the keys of the whole tree */
  onKey: (event: KeyboardEvent) => void;
}

/** One value of an answer, or one that holds others. All of it is text, whatever it looks like, and heard as it is seen. */
export function TreeItem({ row, name, mark, chosen, focusable, onPress, onKey }: TreeItemProps) {
  const { n } = useWords();
  const { level, holds, open, more, text } = row;
  const told = holds === null ? text : n(row.isList ? 'mapItems' : 'mapFields', holds);
  return (
    <div
      role="treeitem"
      class="tree-item"
      aria-level={level}
      aria-setsize={row.siblings}
      aria-posinset={row.place}
      aria-expanded={holds === null ? undefined : open}
      aria-selected={chosen}
      tabIndex={focusable ? 0 : -1}
      style={{ '--level': Math.min(level - 1, 12) }}
      onClick={onPress}
      onKeyDown={onKey}
    >
      {more > 0 ? (
        <span class="tree-more">{n('mapMore', more)}</span>
      ) : (
        <>
          {holds !== null && <Icon name={open ? 'down' : 'forward'} mirror={!open} />}
          <bdi class="tree-name">{`${name}: `}</bdi>
          {holds === null ? (
            <bdi class="tree-value" dir="auto">
              {text}
            </bdi>
          ) : (
            <span class="tree-size small soft">{told}</span>
          )}
          {mark && <span class="tag">{` ${mark}`}</span>}
        </>
      )}
    </div>
  );
}
