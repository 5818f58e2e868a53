import { blankLine } from '../domain/blank-line.ts';
import type { Line, LineKind } from '../domain/line.ts';
import { demoFields } from '../providers/demo.ts';
import { alone } from './alone.ts';
import { countAsk, heedAsk, restUntil } from './asks.ts';
import type { Draft } from './commands.ts';
import { type Deps, nowOf } from './deps.ts';
import { checkDraft } from './draft.ts';
import { forgetSignIn } from './kept-sign-in.ts';
import { checkOwnLink } from './own-link.ts';
import { pollAndShow } from './poll-due.ts';
import type { Secret } from './ports.ts';
import { helpFrom } from './try-line.ts';

export interface NewLine {
  draft: Draft;
  topUpUrl: string | null;
  confirmedHosts: readonly string[];
}

/** Stores a line with its secret and polls it for the first time. Throws FieldError, CommandFailure. */
export async function addLine(deps: Deps, input: NewLine): Promise<{ lineId: string }> {
  const { kind, name, signInId } = input.draft;
  const checked = await checkDraft(deps, { ...input.draft, secretFrom: null });
  const topUpUrl = checkOwnLink(input.topUpUrl);
  const help = await helpFrom(deps, checked.access);
  // A line that is polled under a new id is bound by no count of its own.
  await countAsk(deps, checked.access.subject);
  const announced = help?.checkoutHosts ?? [];
  const line: Line = {
    ...blank(deps, checked.provider.id, kind, name),
    fields: checked.fields,
    origins: [...checked.access.origins],
    topUpUrl,
    help,
    checkoutHosts: announced.filter((host) => input.confirmedHosts.includes(host)),
  };
  await store(deps, line, checked.secret);
  await forgetSignIn(deps, signInId);
  await pollAndShow(deps, [line.id]);
  await heedAsk(deps, checked.access.subject, await restUntil(deps, line.id));
  return { lineId: line.id };
}

/** A line that lives inside the extension and needs no server. */
export async function addDemo(deps: Deps): Promise<{ lineId: string }> {
  const seed = Math.floor(deps.random() * 1_000_000);
  const line = blank(deps, 'demo', 'esim', deps.words.t('demoLineName'));
  await store(deps, { ...line, fields: demoFields(nowOf(deps), seed) }, null);
  await pollAndShow(deps, [line.id]);
  return { lineId: line.id };
}

/** Behind all others. The line comes with its secret or not at all, so that no poll finds one without the other. */
function store(deps: Deps, line: Line, secret: Secret | null): Promise<void> {
  return alone(deps, async () => {
    const orders = (await deps.store.lines()).map(({ order }) => order);
    if (secret) await deps.secrets.put(line.id, secret);
    await deps.store.putLine({ ...line, order: Math.max(-1, ...orders) + 1 });
  });
}

function blank(deps: Deps, providerId: string, kind: LineKind, name: string): Line {
  return blankLine({ id: deps.newId(), providerId, kind, name: name.trim(), createdAt: nowOf(deps) });
}
