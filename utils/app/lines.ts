import { ownLink } from '../domain/checkout-host.ts';
import { Failure } from '../domain/failure.ts';
import { toInstant } from '../domain/instant.ts';
import type { Line, LineKind } from '../domain/line.ts';
import type { Help } from '../domain/offers.ts';
import type { LineChoice } from '../providers/contract.ts';
import { demoFields } from '../providers/demo.ts';
import { type Access, fetchFrom } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Draft, LineEdit, TriedLine } from './commands.ts';
import { type Deps, nowOf } from './deps.ts';
import { type CheckedDraft, checkDraft } from './draft.ts';
import { refreshGlance } from './glance.ts';
import { pollAndShow } from './poll-due.ts';

/** The lines of the account behind a draft; empty where the provider knows only one. */
export async function listLines(deps: Deps, draft: Draft): Promise<LineChoice[]> {
  const { access, provider } = await checkDraft(deps, draft, ['line']);
  if (!provider.lines) return [];
  return fetchFrom(deps, access, async (p, values, context) => (await p.lines?.(values, context)) ?? []);
}

/** One live reading for a draft; nothing is stored. */
export async function tryLine(deps: Deps, draft: Draft): Promise<TriedLine> {
  const { access } = await checkDraft(deps, draft);
  const reading = await fetchFrom(deps, access, (p, values, context) => p.read(values, context));
  return { reading, help: await helpFrom(deps, access), origins: [...access.origins] };
}

/** Where help is found. A carrier that fails here is no reason not to add its line. */
export async function helpFrom(deps: Deps, access: Access): Promise<Help | null> {
  const { provider } = access;
  if (!provider.help) return provider.staticHelp ?? null;
  try {
    return await fetchFrom(deps, access, async (p, values, context) => {
      if (!p.help) throw new Failure('unreadable', 'no help');
      return p.help(values, context);
    });
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

export interface NewLine {
  draft: Draft;
  topUpUrl: string | null;
  confirmedHosts: readonly string[];
}

/** Stores a line with its secret and polls it for the first time. Throws FieldError, CommandFailure. */
export async function addLine(deps: Deps, input: NewLine): Promise<{ lineId: string }> {
  const checked = await checkDraft(deps, input.draft);
  const topUpUrl = checkOwnLink(input.topUpUrl);
  const help = await helpFrom(deps, checked.access);
  const announced = help?.checkoutHosts ?? [];
  const line: Line = {
    ...(await blankLine(deps, checked.provider.id, input.draft.kind, input.draft.name)),
    fields: checked.fields,
    origins: [...checked.access.origins],
    topUpUrl,
    help,
    checkoutHosts: announced.filter((host) => input.confirmedHosts.includes(host)),
  };
  await storeSecret(deps, line.id, checked);
  await deps.store.putLine(line);
  if (input.draft.signInId) await deps.session.remove(input.draft.signInId);
  await pollAndShow(deps, [line.id], 'person');
  return { lineId: line.id };
}

/** A line that lives inside the extension and needs no server. */
export async function addDemo(deps: Deps): Promise<{ lineId: string }> {
  const name = deps.words.t('demoLineName');
  const seed = Math.floor(deps.random() * 1_000_000);
  const line = {
    ...(await blankLine(deps, 'demo', 'esim', name)),
    fields: demoFields(nowOf(deps), seed),
  };
  await deps.store.putLine(line);
  await pollAndShow(deps, [line.id], 'person');
  return { lineId: line.id };
}

async function blankLine(deps: Deps, providerId: string, kind: LineKind, name: string): Promise<Line> {
  const others = await deps.store.lines();
  return {
    v: 1,
    id: deps.newId(),
    providerId,
    kind,
    name: name.trim(),
    fields: {},
    origins: [],
    order: Math.max(-1, ...others.map(({ order }) => order)) + 1,
    pinned: false,
    ignored: false,
    paused: false,
    alertsPausedUntil: null,
    thresholds: { lowBytes: null, criticalBytes: null, lowCredit: null },
    pollMinutes: null,
    topUpUrl: null,
    checkoutHosts: [],
    checkoutHostsProposed: null,
    help: null,
    zone: null,
    createdAt: toInstant(deps.clock.now()),
  };
}

async function storeSecret(deps: Deps, lineId: string, checked: CheckedDraft): Promise<void> {
  if (checked.secret) await deps.secrets.put(lineId, checked.secret);
}

function checkOwnLink(url: string | null): string | null {
  if (url === null || url.trim() === '') return null;
  const verdict = ownLink(url.trim());
  if (verdict.ok) return verdict.href;
  const reason = verdict.reason === 'host-not-allowed' ? 'malformed' : verdict.reason;
  throw new CommandFailure({ kind: 'refused-address', reason });
}

/** Changes what the carrier is asked with. What was read before stays. */
export async function replaceLine(deps: Deps, lineId: string, draft: Draft): Promise<void> {
  const line = await storedLine(deps, lineId);
  const checked = await checkDraft(deps, { ...draft, secretFrom: lineId });
  await storeSecret(deps, lineId, checked);
  await deps.store.putLine({
    ...line,
    kind: draft.kind,
    name: draft.name.trim(),
    fields: checked.fields,
    origins: [...checked.access.origins],
  });
  await releaseUnused(deps, line.origins);
  await pollAndShow(deps, [lineId], 'person');
}

export async function editLine(deps: Deps, lineId: string, edit: LineEdit): Promise<void> {
  const line = await storedLine(deps, lineId);
  const { topUpUrl, pinned, ...rest } = edit;
  const changes = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const link = topUpUrl === undefined ? {} : { topUpUrl: checkOwnLink(topUpUrl) };
  if (pinned) await unpinOthers(deps, lineId);
  await deps.store.putLine({ ...line, ...changes, ...link, pinned: pinned ?? line.pinned });
  await refreshGlance(deps, [lineId]);
}

/** Only one line can stand in the badge. */
async function unpinOthers(deps: Deps, lineId: string): Promise<void> {
  const others = (await deps.store.lines()).filter((line) => line.pinned && line.id !== lineId);
  await deps.store.putLines(others.map((line) => ({ ...line, pinned: false })));
}

export async function orderLines(deps: Deps, lineIds: readonly string[]): Promise<void> {
  const lines = await deps.store.lines();
  const place = (line: Line) => {
    const index = lineIds.indexOf(line.id);
    return index < 0 ? lineIds.length + line.order : index;
  };
  await deps.store.putLines(lines.map((line) => ({ ...line, order: place(line) })));
  await refreshGlance(deps, []);
}

/** Forgets a line: its secret first, then all that was kept of it; receipts stay if the person wishes so. */
export async function removeLine(deps: Deps, lineId: string, keepReceipts: boolean): Promise<void> {
  const line = await storedLine(deps, lineId);
  await deps.secrets.remove(lineId);
  await deps.session.forgetLine(lineId);
  await deps.store.removeLine(lineId, keepReceipts);
  await deps.clearNotifications(lineId);
  await releaseUnused(deps, line.origins);
  await refreshGlance(deps, []);
}

async function releaseUnused(deps: Deps, origins: readonly string[]): Promise<void> {
  const needed = (await deps.store.lines()).flatMap((line) => line.origins);
  await deps.releaseOrigins(origins, needed);
}

export async function storedLine(deps: Deps, lineId: string): Promise<Line> {
  const line = await deps.store.line(lineId);
  if (!line) throw new CommandFailure({ kind: 'gone' });
  return line;
}
