import { useId, useRef, useState } from 'preact/hooks';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useWords } from '../words-context.ts';
import { LineMark } from './LineMark.tsx';
import { Screen } from './Screen.tsx';
import { useRoving } from './use-roving.ts';

/** With more lines than this a search stands above them. */
const SEARCH_FROM = 8;

interface LinePickerProps {
  lines: readonly GlanceLine[];
  currentId: string;
  onPick: (lineId: string) => void;
  onBack: () => void;
}

/** All lines with their figure and what they need. Arrow keys, Home and End move in the list. */
export function LinePicker({ lines, currentId, onPick, onBack }: LinePickerProps) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const found = lines.filter((line) => matches(line, query, words.locale));
  const roving = useRoving(list, 'button');
  return (
    <Screen title={words.t('popupLines')} onBack={onBack}>
      {lines.length >= SEARCH_FROM && <Search query={query} onQuery={setQuery} />}
      {found.length === 0 && <p>{words.t('popupNoLineFound', query.trim())}</p>}
      <ul class="lines" ref={list} onKeyDown={roving}>
        {found.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              class="line-choice"
              aria-current={line.id === currentId ? 'true' : undefined}
              onClick={() => onPick(line.id)}
            >
              <LineMark line={line} />
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

function Search({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const words = useWords();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.t('popupFindLine')}</label>
      <input
        id={id}
        class="input"
        type="search"
        autoComplete="off"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </div>
  );
}

function matches({ name, planName }: GlanceLine, query: string, locale: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase(locale);
  return plain(`${name} ${planName ?? ''}`).includes(plain(query.trim()));
}
