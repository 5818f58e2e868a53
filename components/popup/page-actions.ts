import type { Ask } from '../../utils/app/commands.ts';
import type { ReceiptActions } from '../ReceiptButtons.tsx';
import type { ReminderActions } from '../ReminderButton.tsx';

/** What the popup can do beyond showing. The entrypoint gives it, so that components know no browser. */
export interface PageActions extends ReceiptActions, ReminderActions {
  ask: Ask;
  /** Opens the options page at a section, `#line/<id>`. */
  openOptions(hash: string): void;
  /** Asks the person for origins. Must be the first call of a click handler. Answers false when refused. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  reload(): void;
}
