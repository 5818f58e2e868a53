import { Button } from '../Button.tsx';
import { Illustration } from '../Illustration.tsx';
import { useWords } from '../words-context.ts';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

/** The first thing a person sees: two ways to begin. */
export function Welcome({ onDemo }: { onDemo: () => Promise<Outcome> }) {
  const { t } = useWords();
  const task = useTask();
  return (
    <div class="welcome">
      <Illustration />
      <h2>{t('lineWelcomeTitle')}</h2>
      <p class="soft">{t('lineWelcomeText')}</p>
      <div class="actions">
        <a class="button button-primary" href="#add">
          {t('lineAdd')}
        </a>
        <Button busy={task.busy} onClick={() => void task.run(onDemo)}>
          {t('lineTryDemo')}
        </Button>
      </div>
      <p class="small soft">{t('lineWelcomeDemo')}</p>
      <TaskLine state={task.state} />
    </div>
  );
}
