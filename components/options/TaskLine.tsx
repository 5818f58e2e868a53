import type { TaskState } from './use-task.ts';

export interface TaskLineProps {
  state: TaskState;
  /** said while the work is going on */
  busy?: string;
  /** said when it ended well */
  done?: string;
  /** what was done can be seen, so only a screen reader is told */
  unseen?: boolean;
}

/** How a piece of work goes, read out as it changes. Its place is kept, so that nothing moves. */
export function TaskLine({ state, busy = '', done = '', unseen = false }: TaskLineProps) {
  const said = state.kind === 'busy' ? busy : state.kind === 'done' ? done : '';
  return (
    <div class="task-line">
      <p role="status" class={unseen ? 'unseen' : 'small soft'}>
        {said}
      </p>
      <p role="alert" class="field-problem">
        {state.kind === 'problem' ? state.sentence : ''}
      </p>
    </div>
  );
}
