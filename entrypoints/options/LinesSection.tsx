import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { LineList } from '../../components/options/LineList.tsx';
import { Section } from '../../components/options/Section.tsx';
import { TaskLine } from '../../components/options/TaskLine.tsx';
import { useTask } from '../../components/options/use-task.ts';
import { Welcome } from '../../components/options/Welcome.tsx';
import { useWords } from '../../components/words-context.ts';
import { askFor } from './outcome.ts';
import type { Page } from './page.ts';
import { shownLines } from './shown-lines.ts';

/** All lines, or how to begin. */
export function LinesSection({ page }: { page: Page }) {
  const { t } = useWords();
  const task = useTask();
  const stored = shownLines(page);
  const [order, setOrder] = useState<string[] | null>(null);
  useEffect(() => setOrder(null), [page.state]);
  const place = (id: string) => order?.indexOf(id) ?? 0;
  const lines = stored.toSorted((a, b) => place(a.line.id) - place(b.line.id));
  const reorder = (lineIds: string[]) => {
    setOrder(lineIds);
    void task.run(() => askFor(page, 'order-lines', { lineIds }));
  };
  return (
    <Section title={t('lineTitle')} takesFocus={page.arrived}>
      {lines.length === 0 ? (
        <Welcome onDemo={() => askFor(page, 'add-demo', {})} />
      ) : (
        <>
          <LineList lines={lines} onOrder={reorder} />
          <TaskLine state={task.state} />
          <p>
            <a class="button button-primary" href="#add">
              <Icon name="plus" />
              {t('lineAddAnother')}
            </a>
          </p>
        </>
      )}
    </Section>
  );
}
