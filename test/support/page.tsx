import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { NowContext } from '../../components/now-context.ts';
import { PopupApp } from '../../components/popup/PopupApp.tsx';
import type { PageActions } from '../../components/popup/page-actions.ts';
import type { ScreenName } from '../../components/popup/screens.ts';
import { WordsContext } from '../../components/words-context.ts';
import type {
  CommandError,
  CommandInput,
  CommandName,
  CommandOutput,
  CommandReply,
} from '../../utils/app/commands.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { Reminder } from '../../utils/domain/reminder.ts';
import { NOW } from './glances.ts';
import { type Language, wordsFor } from './words.ts';

/* Components as a page shows them: in a language, at an instant, with actions that are only written down. */

type Answers = { [N in CommandName]?: CommandOutput[N] | { error: CommandError } };

export interface FakeActions extends PageActions {
  /** every command that was asked, in order */
  asked: { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName][];
  copied: string[];
  saved: { name: string; text: string }[];
  reminders: Reminder[];
  opened: string[];
  reloads: number;
}

/** Actions that answer from a table; what is not in it succeeds with nothing. */
export function fakeActions(answers: Answers = {}, over: Partial<PageActions> = {}): FakeActions {
  const actions: FakeActions = {
    asked: [],
    copied: [],
    saved: [],
    reminders: [],
    opened: [],
    reloads: 0,
    ask: async (name, input) => {
      actions.asked.push({ name, input } as FakeActions['asked'][number]);
      const answer: unknown = answers[name] ?? null;
      const failed = typeof answer === 'object' && answer !== null && 'error' in answer;
      return (failed ? { ok: false, ...answer } : { ok: true, value: answer }) as CommandReply<typeof name>;
    },
    openOptions: (hash) => actions.opened.push(hash),
    requestAccess: vi.fn(async () => true),
    copy: async (text) => actions.copied.push(text) > 0,
    saveReminder: async (reminder) => void actions.reminders.push(reminder),
    saveText: (name, text) => actions.saved.push({ name, text }),
    reload: () => {
      actions.reloads += 1;
    },
    ...over,
  };
  return actions;
}

/** Renders anything in a language, at an instant. */
export function renderIn(children: ComponentChildren, language: Language = 'en', now: Instant = NOW) {
  const wrap = (inner: ComponentChildren) => (
    <WordsContext.Provider value={wordsFor(language)}>
      <NowContext.Provider value={now}>{inner}</NowContext.Provider>
    </WordsContext.Provider>
  );
  const page = render(wrap(children));
  return { ...page, update: (next: ComponentChildren) => page.rerender(wrap(next)) };
}

interface PopupOptions {
  actions?: PageActions;
  language?: Language;
  screen?: ScreenName;
  lineId?: string;
}

/** The whole popup with a glance. */
export function renderPopup(glance: Glance, options: PopupOptions = {}) {
  const { actions = fakeActions(), language = 'en', screen = 'main', lineId = null } = options;
  const app = (shown: Glance) => (
    <PopupApp glance={shown} actions={actions} firstLineId={lineId} firstScreen={screen} />
  );
  const page = renderIn(app(glance), language);
  return { ...page, show: (next: Glance) => page.update(app(next)) };
}
