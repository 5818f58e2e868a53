import { useRef } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface FileButtonProps {
  label: string;
  /** which files are offered, as `accept` of an input; JSON unless told */
  accept?: string;
  /** said when the file was taken */
  done: string;
  onFile: (file: File) => Promise<Outcome>;
}

export const JSON_FILES = 'application/json,.json';

/** Takes a file from the person. */
export function FileButton({ label, accept = JSON_FILES, done, onFile }: FileButtonProps) {
  const { t } = useWords();
  const task = useTask();
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) void task.run(() => onFile(file));
    // The same file may be chosen again after it was mended.
    event.currentTarget.value = '';
  };
  return (
    <div class="actions">
      <Button busy={task.busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" accept={accept} hidden aria-label={label} onChange={choose} />
      <TaskLine state={task.state} busy={t('optionsWorking')} done={done} />
    </div>
  );
}
