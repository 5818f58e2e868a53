import type { CommandName } from '../../utils/app/commands.ts';
import type { World } from './app-world.ts';

/** A message of every kind that a page may send, about that line. */
export function everyInput(world: World, lineId: string): Record<CommandName, unknown> {
  const draft = world.draft('esim');
  return {
    refresh: { lineId: null },
    'rebuild-glance': {},
    tick: {},
    state: {},
    'sign-in-again': { lineId, signInId: 'none' },
    'list-lines': { draft },
    'try-line': { draft },
    sample: { draft },
    'add-line': { draft, topUpUrl: null, confirmedHosts: [] },
    'add-demo': {},
    'replace-line': { lineId, draft },
    'edit-line': { lineId, edit: { paused: false } },
    'order-lines': { lineIds: [lineId] },
    'pause-alerts': { lineId: null, until: null },
    'confirm-hosts': { lineId, accept: true },
    offers: { lineId },
    'open-top-up': { lineId, order: { offerId: 'esim-1gb' } },
    'reopen-top-up': { topUpId: 'none' },
    'abandon-top-up': { topUpId: 'none' },
    'dismiss-top-up': { topUpId: 'none' },
    'dismiss-notice': { notice: 'history-lost' },
    receipts: { lineId },
    'carrier-receipts': { lineId, cursor: null },
    help: { lineId },
    'put-settings': {
      settings: { v: 1, units: 'binary', theme: 'dark', badge: 'days', quietHours: null, phase: 0 },
    },
    'set-passphrase': { passphrase: null },
    unlock: { passphrase: 'none' },
    lock: {},
    'export-all': {},
    'export-history': { lineId: null },
    'import-all': { parts: { settings: null, lines: [], receipts: [], samples: [], alerts: [] } },
    diagnostics: { environment: {} },
    'remove-line': { lineId, keepReceipts: true },
    'erase-all': {},
  };
}
