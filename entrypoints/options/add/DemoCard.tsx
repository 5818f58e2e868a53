import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/options/Card.tsx';
import { TaskLine } from '../../../components/options/TaskLine.tsx';
import { useTask } from '../../../components/options/use-task.ts';
import { useWords } from '../../../components/words-context.ts';
import { askFor } from '../outcome.ts';
import type { Page } from '../page.ts';

/** A line to play with, for who has none at hand. */
export function DemoCard({ page }: { page: Page }) {
  const { t } = useWords();
  const task = useTask();
  const add = async () => {
    if (await task.run(() => askFor(page, 'add-demo', {}))) page.go('#lines');
  };
  return (
    <Card title={t('addDemoTitle')} intro={t('lineWelcomeDemo')}>
      <div class="actions">
        <Button busy={task.busy} onClick={() => void add()}>
          {t('lineTryDemo')}
        </Button>
        <TaskLine state={task.state} />
      </div>
    </Card>
  );
}
