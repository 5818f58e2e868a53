import { WeakPassphraseError } from '../domain/locked.ts';
import { CommandFailure } from './command-failure.ts';
import type { ExtensionState } from './commands.ts';
import type { Deps } from './deps.ts';
import { diagnostics } from './diagnostics.ts';
import { refreshGlance } from './glance.ts';
import { confirmHosts, helpOf } from './help.ts';
import { importAll } from './import.ts';
import {
  addDemo,
  addLine,
  editLine,
  listLines,
  orderLines,
  removeLine,
  replaceLine,
  tryLine,
} from './lines.ts';
import { pauseAlerts } from './pause-alerts.ts';
import { pollAndShow, pollDue } from './poll-due.ts';
import { reviewAlerts } from './review-alerts.ts';
import type { Handlers } from './serve.ts';
import { signIn, signInAgain } from './sign-in.ts';
import { abandonTopUp, dismissTopUp, listOffers, openTopUp, reopenTopUp } from './top-up.ts';
import { eraseAll, exportAll, exportHistory } from './transfer.ts';

const done =
  <I>(work: (input: I) => Promise<unknown>) =>
  async (input: I): Promise<null> => {
    await work(input);
    return null;
  };

/** What each command of a page does. */
export function createHandlers(deps: Deps): Handlers {
  return {
    refresh: async ({ lineId }) => pollAndShow(deps, lineId === null ? null : [lineId], 'person'),
    'rebuild-glance': done(() => refreshGlance(deps, 'all')),
    tick: done(() => pollDue(deps)),
    state: () => stateOf(deps),
    'sign-in': (input) => signIn(deps, input),
    'sign-in-again': done(({ lineId }) => signInAgain(deps, lineId)),
    'list-lines': ({ draft }) => listLines(deps, draft),
    'try-line': ({ draft }) => tryLine(deps, draft),
    'add-line': (input) => addLine(deps, input),
    'add-demo': () => addDemo(deps),
    'replace-line': done(({ lineId, draft }) => replaceLine(deps, lineId, draft)),
    'edit-line': done(({ lineId, edit }) => editLine(deps, lineId, edit)),
    'order-lines': done(({ lineIds }) => orderLines(deps, lineIds)),
    'remove-line': done(({ lineId, keepReceipts }) => removeLine(deps, lineId, keepReceipts)),
    'pause-alerts': done(({ lineId, until }) => pauseAlerts(deps, lineId, until)),
    'confirm-hosts': done(({ lineId, accept }) => confirmHosts(deps, lineId, accept)),
    offers: ({ lineId }) => listOffers(deps, lineId),
    'open-top-up': ({ lineId, order }) => openTopUp(deps, lineId, order),
    'reopen-top-up': done(({ topUpId }) => reopenTopUp(deps, topUpId)),
    'abandon-top-up': done(({ topUpId }) => abandonTopUp(deps, topUpId)),
    'dismiss-top-up': done(({ topUpId }) => dismissTopUp(deps, topUpId)),
    receipts: ({ lineId }) => deps.store.topUps(lineId ?? undefined),
    help: ({ lineId }) => helpOf(deps, lineId),
    'put-settings': done(async ({ settings }) => {
      await deps.settings.put(settings);
      await reviewAlerts(deps);
      await refreshGlance(deps, []);
    }),
    'set-passphrase': done(({ passphrase }) => setPassphrase(deps, passphrase)),
    unlock: done(({ passphrase }) => unlock(deps, passphrase)),
    lock: done(async () => {
      await deps.secrets.lock();
      await refreshGlance(deps, []);
    }),
    'export-all': () => exportAll(deps),
    'export-history': ({ lineId }) => exportHistory(deps, lineId),
    'import-all': async ({ text }) => {
      const imported = await importAll(deps, text);
      if (!imported.ok)
        throw new CommandFailure({ kind: 'import', reason: imported.reason, where: imported.where });
      await refreshGlance(deps, 'all');
      return imported;
    },
    'erase-all': done(() => eraseEverything(deps)),
    diagnostics: () => diagnostics(deps),
  };
}

async function stateOf(deps: Deps): Promise<ExtensionState> {
  const secrets = await deps.secrets.state();
  const lines = await deps.store.lines();
  return {
    lines: await Promise.all(lines.map(async (line) => ({ ...line, ...(await signInOf(deps, line.id)) }))),
    settings: await deps.settings.get(),
    secrets,
    version: deps.version,
  };
}

async function signInOf(
  deps: Deps,
  lineId: string,
): Promise<{ hasSecret: boolean; signedInBy: 'oauth' | 'secret' | 'none' }> {
  if (!(await deps.secrets.has(lineId))) return { hasSecret: false, signedInBy: 'none' };
  if ((await deps.secrets.state()) === 'locked') return { hasSecret: true, signedInBy: 'secret' };
  const secret = await deps.secrets.get(lineId);
  return { hasSecret: true, signedInBy: secret?.oauth ? 'oauth' : 'secret' };
}

async function setPassphrase(deps: Deps, passphrase: string | null): Promise<void> {
  try {
    await deps.secrets.setPassphrase(passphrase);
  } catch (error) {
    if (error instanceof WeakPassphraseError)
      throw new CommandFailure({ kind: 'passphrase', reason: 'too-short' });
    throw error;
  }
  await refreshGlance(deps, []);
}

async function unlock(deps: Deps, passphrase: string): Promise<void> {
  if (!(await deps.secrets.unlock(passphrase)))
    throw new CommandFailure({ kind: 'passphrase', reason: 'wrong' });
  await refreshGlance(deps, []);
  await pollDue(deps);
}

async function eraseEverything(deps: Deps): Promise<void> {
  const lines = await deps.store.lines();
  await eraseAll(deps);
  await deps.session.removeAll();
  await Promise.all(lines.map(({ id }) => deps.clearNotifications(id)));
  await deps.releaseOrigins(
    lines.flatMap(({ origins }) => origins),
    [],
  );
  await refreshGlance(deps, 'all');
}
