import type { ComponentChildren } from 'preact';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface SaveFormProps {
  children: ComponentChildren;
  onSave: () => Promise<Outcome>;
  /** the words of the button; "Save" where none are given */
  label?: string;
  /** said when it is done */
  done?: string;
  kind?: 'primary' | 'plain';
  disabled?: boolean;
  /** a further button */
  extra?: ComponentChildren;
}

/** Inputs that take effect together. Enter saves; typing on takes the last answer away. */
export function SaveForm(props: SaveFormProps) {
  const { children, onSave, label, done, kind = 'plain', disabled = false, extra } = props;
  const { t } = useWords();
  const task = useTask();
  const submit = (event: Event) => {
    event.preventDefault();
    if (!disabled) void task.run(onSave);
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={submit}
      onInput={() => task.state.kind !== 'busy' && task.reset()}
    >
      {children}
      <div class="actions">
        <Button type="submit" kind={kind} busy={task.busy} disabled={disabled}>
          {label ?? t('optionsSave')}
        </Button>
        {extra}
        <TaskLine state={task.state} busy={t('optionsWorking')} done={done ?? t('optionsSaved')} />
      </div>
    </form>
  );
}
