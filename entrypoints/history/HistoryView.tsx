import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Controls } from '../../components/history/Controls.tsx';
import { FilesCard } from '../../components/history/FilesCard.tsx';
import { Summary } from '../../components/history/Summary.tsx';
import { UseCard } from '../../components/history/UseCard.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../components/words-context.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import { type Choice, RANGES } from './choice.ts';
import { importFile, saveCsv, saveJson } from './file-actions.ts';
import { Levels } from './Levels.tsx';
import type { HistoryDeps } from './page.ts';
import { useTracks } from './use-tracks.ts';
import { viewOf } from './view.ts';

interface HistoryViewProps {
  deps: HistoryDeps;
  lines: readonly GlanceLine[];
  now: Instant;
  choice: Choice;
  onChoose: (change: Partial<Choice>) => void;
  onImported: () => Promise<void>;
  onFirst: () => void;
}

/** The history of one line or of all, as it was chosen. */
export function HistoryView(props: HistoryViewProps) {
  const { deps, lines, now, choice, onChoose, onImported, onFirst } = props;
  const words = useWords();
  const { t } = words;
  const only = lines.length === 1 ? lines[0] : lines.find(({ id }) => id === choice.lineId);
  const shown = useMemo(() => (only ? [only] : lines), [only, lines]);
  const read = useTracks(deps, shown);
  const zone = only?.zone ?? null;
  const view = useMemo(() => viewOf(read.tracks, choice, now, zone), [read.tracks, choice, now, zone]);
  const ready = read.tracks.length === shown.length;
  useEffect(() => {
    if (ready) onFirst();
  }, [ready, onFirst]);
  const files = { deps, words, lines };
  const load = async (file: File) => {
    const result = await importFile(files, file);
    if (typeof result !== 'string') await onImported();
    read.reload();
    return result;
  };
  const hasNone = read.whole && read.tracks.every(({ samples }) => samples.length === 0);
  return (
    <>
      <Controls
        lines={lines}
        lineId={only?.id ?? null}
        onLine={(lineId) => onChoose({ lineId })}
        ranges={RANGES}
        range={choice.range}
        onRange={(range) => onChoose({ range })}
        per={choice.per}
        onPer={(per) => onChoose({ per })}
      />
      {read.trouble && <Trouble onRetry={read.reload} />}
      {shown.some(({ demo }) => demo) && <Note sentence={t('historyDemo')} />}
      {read.bad > 0 && <Note sentence={words.n('historyBad', read.bad)} />}
      {hasNone && <Note sentence={`${t('historyEmptyTitle')}${t('errorJoin')}${t('historyEmpty')}`} />}
      {ready && !hasNone && (
        <>
          <Summary summary={view.summary} />
          <UseCard stretches={view.stretches} bars={view.bars} per={choice.per} zone={zone} />
          <Levels lines={shown} read={read.tracks} stretches={view.stretches} per={choice.per} zone={zone} />
          <p class="small soft">{t('historyHint')}</p>
        </>
      )}
      <p class="small soft more" role="status">
        {!read.whole && !read.trouble && t('historyMore')}
      </p>
      <FilesCard
        onSaveCsv={() => saveCsv(files, only?.id ?? null)}
        onSaveJson={() => saveJson(files)}
        onImport={load}
      />
    </>
  );
}

function Note({ sentence }: { sentence: string }) {
  return (
    <p class="note">
      <Icon name="info" />
      <span>{sentence}</span>
    </p>
  );
}

function Trouble({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords();
  return (
    <div class="note note-critical" role="alert">
      <Icon name="warn" />
      <div class="note-body">
        <p>{t('historyTrouble')}</p>
        <Button onClick={onRetry}>{t('popupRetry')}</Button>
      </div>
    </div>
  );
}
