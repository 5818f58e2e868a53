import { WeakPassphraseError } from '../domain/locked.ts';
import { addDemo, addLine } from './add-line.ts';
import { alone } from './alone.ts';
import { CommandFailure } from './command-failure.ts';
import type { ExtensionState } from './commands.ts';
import type { Deps } from './deps.ts';
import { diagnostics } from './diagnostics.ts';
import { editLine, orderLines } from './edit-line.ts';
import { refreshGlance } from './glance.ts';
import { confirmHosts, helpOf } from './help.ts';
import { importAll } from './import.ts';
import { inTurn } from './in-turn.ts';
import { pauseAlerts } from './pause-alerts.ts';
import { abandonTopUp, dismissTopUp, reopenTopUp } from './pending-top-up.ts';
import { pollAndShow, pollDueNow, pollWatched } from './poll-due.ts';
import { eraseEverything, removeLine } from './remove-line.ts';
import { replaceLine } from './replace-line.ts';
import { reviewAlerts } from './review-alerts.ts';
import { scheduleWake } from './schedule-wake.ts';
import type { Handlers } from './serve.ts';
import { carrierReceipts } from './shop.ts';
import { signInAgain } from './sign-in.ts';
import { listOffers, openTopUp } from './top-up.ts';
import { exportAll, exportHistory } from './transfer.ts';
import { listLines, sampleOf, tryLine } from './try-line.ts';

const done =
  <I>(work: (input: I) => Promise<unknown>) =>
  async (input: I): Promise<null> => {
    await work(input);
    return null;
  };

/** What each command of a page does. */
export function createHandlers(deps: Deps): Handlers {
  return {
    refresh: async ({ lineId }) => pollAndShow(deps, lineId === null ? null : [lineId]),
    'rebuild-glance': done(() => refreshGlance(deps, 'all')),
    tick: done(() => pollWatched(deps)),
    state: () => stateOf(deps),
    'sign-in-again': done(({ lineId, signInId }) => signInAgain(deps, lineId, signInId)),
    'list-lines': ({ draft }) => listLines(deps, draft),
    'try-line': ({ draft }) => tryLine(deps, draft),
    sample: ({ draft }) => sampleOf(deps, draft),
    'add-line': (input) => addLine(deps, input),
    'add-demo': () => addDemo(deps),
    'replace-line': done(({ lineId, draft }) => replaceLine(deps, lineId, draft)),
    'edit-line': done(({ lineId, edit }) => editLine(deps, lineId, edit)),
    'order-lines': done(({ lineIds }) => orderLines(deps, lineIds)),
    'remove-line': done(({ lineId, keepReceipts }) => removeLine(deps, lineId, keepReceipts)),
    'pause-alerts': done(({ lineId, until }) => pauseAlerts(deps, lineId, until)),
    'confirm-hosts': done(({ lineId, accept, hosts }) => confirmHosts(deps, lineId, accept, hosts)),
    offers: ({ lineId }) => listOffers(deps, lineId),
    'open-top-up': ({ lineId, order }) => openTopUp(deps, lineId, order),
    'reopen-top-up': done(({ topUpId }) => reopenTopUp(deps, topUpId)),
    'abandon-top-up': done(({ topUpId }) => abandonTopUp(deps, topUpId)),
    'dismiss-top-up': done(({ topUpId }) => dismissTopUp(deps, topUpId)),
    'dismiss-notice': done(async ({ notice }) => {
      await deps.store.dismissNotice(notice);
      await refreshGlance(deps, []);
    }),
    receipts: ({ lineId }) => deps.store.topUps(lineId ?? undefined),
    'carrier-receipts': ({ lineId, cursor }) => carrierReceipts(deps, lineId, cursor),
    help: ({ lineId }) => helpOf(deps, lineId),
    'put-settings': done(async ({ settings }) => {
      await deps.settings.put(settings);
      await inTurn([() => reviewAlerts(deps), () => refreshGlance(deps, [])]);
    }),
    'set-passphrase': done(({ passphrase }) => setPassphrase(deps, passphrase)),
    unlock: done(({ passphrase }) => unlock(deps, passphrase)),
    lock: done(() => lock(deps)),
    'export-all': () => exportAll(deps),
    'export-history': ({ lineId }) => exportHistory(deps, lineId),
    'import-all': async ({ parts }) => {
      const imported = await alone(deps, () => importAll(deps, parts));
      await inTurn([() => refreshGlance(deps, 'all'), () => pollDueNow(deps)]);
      return imported;
    },
    'erase-all': done(() => eraseEverything(deps)),
    diagnostics: ({ environment }) => diagnostics(deps, environment),
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
  await inTurn([() => refreshGlance(deps, []), () => pollDueNow(deps)]);
}

/** The key goes, and with it what carriers gave for the session. */
async function lock(deps: Deps): Promise<void> {
  await deps.secrets.lock();
  const lines = await deps.store.lines();
  await inTurn([
    () => refreshGlance(deps, []),
    () => Promise.all(lines.map(({ id }) => deps.session.forgetLine(id))),
    () => scheduleWake(deps),
  ]);
}
