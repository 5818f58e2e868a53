import type { Line } from '../../utils/domain/line.ts';
import { useWords } from '../words-context.ts';

type Tagged = Pick<Line, 'pinned' | 'ignored' | 'paused'>;

/** What the person decided about a line, in a word each. */
export function LineTags({ line }: { line: Tagged }) {
  const { t } = useWords();
  const tags = [
    line.pinned && t('lineTagPinned'),
    line.ignored && t('lineTagIgnored'),
    line.paused && t('lineTagPaused'),
  ].filter((tag) => tag !== false);
  if (tags.length === 0) return null;
  return (
    <ul class="tags small">
      {tags.map((tag) => (
        <li key={tag} class="tag">
          {tag}
        </li>
      ))}
    </ul>
  );
}
