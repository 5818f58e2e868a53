import type { CommandReply } from '../../../utils/app/commands.ts';
import { draftOf, emptyState, LINE_FIELD } from './add-state.ts';
import { fail, granted, listOrRead, originsOrPoint, read, take } from './add-steps.ts';
import type { AddStore } from './add-store.ts';

/** Begins with a provider; what was typed for it before stays. */
export function choose(store: AddStore, providerId: string): void {
  if (store.state().providerId === providerId) return;
  store.update(emptyState(store.deps.providers.find(({ id }) => id === providerId) ?? null));
}

/** What is typed anew makes an older sign-in and reading void. */
export function input(store: AddStore, name: string, value: string): void {
  const { values, problem, signInId } = store.state();
  store.update({
    values: { ...values, [name]: value },
    signInId: name === LINE_FIELD ? signInId : null,
    tried: null,
    problem: problem?.field === name ? null : problem,
  });
}

/** Signs in at the carrier, then goes on. Must be called by the press itself. */
export async function signIn(store: AddStore): Promise<void> {
  const provider = store.provider();
  if (!provider || store.state().busy !== null) return;
  const origins = originsOrPoint(store, provider, true);
  if (!origins || !(await granted(store, origins, 'sign-in'))) return;
  const { fields } = draftOf(provider, store.state());
  const outcome = await store.deps.signIn(provider, fields);
  if (!outcome.ok) return fail(store, outcome.error);
  store.update({ signInId: outcome.signInId, busy: 'ask' });
  await listOrRead(store, provider);
}

/** Asks the browser for access, then the carrier. Must be called by the press itself. */
export async function allow(store: AddStore): Promise<void> {
  const provider = store.provider();
  if (!provider || store.state().busy !== null) return;
  const origins = originsOrPoint(store, provider, false);
  if (origins && (await granted(store, origins, 'ask'))) await listOrRead(store, provider);
}

export function chooseLine(store: AddStore, id: string): void {
  const choice = store.state().choices?.find((each) => each.id === id);
  if (choice) take(store, choice);
}

/** Reads the line that was chosen from the account's list. */
export async function readLine(store: AddStore): Promise<void> {
  const provider = store.provider();
  if (!provider || store.state().busy !== null) return;
  store.update({ busy: 'ask', error: null });
  await read(store, provider);
}

/** Back to the form, with everything as it was typed. */
export function back(store: AddStore): void {
  store.update({ step: 'connect', error: null, tried: null });
}

/** Stores the line; null = there is none to store. */
export async function save(store: AddStore): Promise<CommandReply<'add-line'> | null> {
  const provider = store.provider();
  if (!provider) return null;
  const { link, hostsConfirmed, tried } = store.state();
  const reply = await store.deps.ask('add-line', {
    draft: draftOf(provider, store.state()),
    topUpUrl: link.url.trim() === '' ? null : link.url.trim(),
    confirmedHosts: hostsConfirmed ? (tried?.help?.checkoutHosts ?? []) : [],
  });
  if (reply.ok) store.update(emptyState(null));
  return reply;
}
