import type { Line } from '../../utils/domain/line.ts';
import { useWords } from '../words-context.ts';
import { CheckField } from './CheckField.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

type Switches = Pick<Line, 'pinned' | 'ignored' | 'paused'>;

export interface LineSwitchesProps {
  line: Switches;
  onChange: (change: Partial<Switches>) => Promise<Outcome>;
}

/** Pin, leave out, pause: each takes effect at once. */
export function LineSwitches({ line, onChange }: LineSwitchesProps) {
  const { t } = useWords();
  const task = useTask();
  const change = (part: Partial<Switches>) => void task.run(() => onChange(part));
  return (
    <div class="form">
      <CheckField
        id="line-pinned"
        isSwitch
        label={t('linePin')}
        help={t('linePinHelp')}
        checked={line.pinned}
        onChange={(pinned) => change(pinned ? { pinned, ignored: false } : { pinned })}
      />
      <CheckField
        id="line-ignored"
        isSwitch
        label={t('lineIgnore')}
        help={t('lineIgnoreHelp')}
        checked={line.ignored}
        onChange={(ignored) => change(ignored ? { ignored, pinned: false } : { ignored })}
      />
      <CheckField
        id="line-paused"
        isSwitch
        label={t('linePause')}
        help={t('linePauseHelp')}
        checked={line.paused}
        onChange={(paused) => change({ paused })}
      />
      <TaskLine state={task.state} done={t('optionsSaved')} unseen />
    </div>
  );
}
