import type { GlanceLine } from '../utils/domain/glance.ts';
import { type Reminder, reminderOf } from '../utils/domain/reminder.ts';
import type { Validity } from '../utils/domain/validity.ts';
import { Button } from './Button.tsx';
import { useNow } from './now-context.ts';
import { useWords } from './words-context.ts';

export interface ReminderActions {
  /** Offers a file for the person's calendar. */
  saveReminder(reminder: Reminder): Promise<void>;
}

interface ReminderButtonProps {
  line: GlanceLine;
  validity: Validity;
  actions: ReminderActions;
}

/** The end of a number for the person's own calendar. */
export function ReminderButton({ line, validity, actions }: ReminderButtonProps) {
  const words = useWords();
  const now = useNow();
  const save = () => actions.saveReminder(reminderOf(line, validity, { words, now, zone: line.zone }));
  return <Button onClick={() => void save()}>{words.t('validityReminder')}</Button>;
}
