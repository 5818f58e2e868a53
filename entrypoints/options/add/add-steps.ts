import type { CommandError } from '../../../utils/app/commands.ts';
import { type Declaration, FieldError, type LineChoice } from '../../../utils/providers/contract.ts';
import { originsFilledIn } from '../../../utils/providers/standards/filled-in.ts';
import { draftOf, LINE_FIELD } from './add-state.ts';
import type { AddStore } from './add-store.ts';

/** Failures after which the person may still know the id of the line that the account would not list. */
const LIST_FAILED = new Set(['unreadable', 'carrier-down', 'line-gone']);

/** Where the carrier will be asked; null after pointing at the field that cannot be used. */
export function originsOrPoint(store: AddStore, provider: Declaration, signingIn: boolean): string[] | null {
  const { values, signInId, asksLineId } = store.state();
  const signedIn = signingIn || signInId !== null;
  const listed = provider.listsLines === true && !asksLineId;
  try {
    return originsFilledIn(
      provider,
      values,
      ({ name, secret }) => (secret && signedIn) || (name === LINE_FIELD && listed),
    );
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    store.update({ problem: { field: error.field, problem: error.problem }, error: null });
    return null;
  }
}

/** Asks the browser for the origins. The request is the first thing that is waited for. */
export async function granted(
  store: AddStore,
  origins: readonly string[],
  busy: 'sign-in' | 'ask',
): Promise<boolean> {
  store.update({ busy, problem: null, error: null });
  if (origins.length === 0 || (await store.deps.requestAccess(origins))) return true;
  store.update({ busy: null, error: 'access-refused' });
  return false;
}

/** Points at the field that an error is about, or keeps the error for the form. */
export function fail(store: AddStore, error: CommandError): void {
  const typed = error.kind === 'field' && store.provider()?.fields.some(({ name }) => name === error.field);
  if (error.kind === 'field' && typed) {
    const { field, problem } = error;
    const asksLineId = store.state().asksLineId || field === LINE_FIELD;
    store.update({ busy: null, step: 'connect', asksLineId, problem: { field, problem } });
  } else {
    store.update({ busy: null, error });
  }
}

/** One live reading of what is filled in. An answer to what was changed meanwhile is dropped. */
export async function read(store: AddStore, provider: Declaration): Promise<void> {
  const { values, choices } = store.state();
  const reply = await store.deps.ask('try-line', { draft: draftOf(provider, store.state()) });
  if (store.state().values !== values) return store.update({ busy: null });
  if (!reply.ok) return fail(store, reply.error);
  const listed = choices?.find(({ id }) => id === values[LINE_FIELD]);
  const name = store.state().name || listed?.label || reply.value.reading.planName || provider.name;
  store.update({ busy: null, step: 'finish', tried: reply.value, name });
}

/** The account's lines where it lists them: one is taken, several are offered. */
export async function listOrRead(store: AddStore, provider: Declaration): Promise<void> {
  if (!provider.listsLines || store.state().asksLineId) return read(store, provider);
  const { values } = store.state();
  const reply = await store.deps.ask('list-lines', { draft: draftOf(provider, store.state()) });
  if (store.state().values !== values) return store.update({ busy: null });
  if (!reply.ok) {
    const { error } = reply;
    if (error.kind === 'failure' && LIST_FAILED.has(error.failure.kind)) store.update({ asksLineId: true });
    return fail(store, error);
  }
  return offer(store, provider, reply.value);
}

async function offer(store: AddStore, provider: Declaration, choices: LineChoice[]): Promise<void> {
  const [only, second] = choices;
  store.update({ choices });
  if (!only) {
    const problem = { field: LINE_FIELD, problem: 'missing' } as const;
    return store.update({ busy: null, asksLineId: true, problem });
  }
  take(store, only);
  if (second) return store.update({ busy: null, step: 'line' });
  return read(store, provider);
}

/** Makes a line of the account the one to be added. */
export function take(store: AddStore, choice: LineChoice): void {
  const { values, kind } = store.state();
  store.update({ values: { ...values, [LINE_FIELD]: choice.id }, kind: choice.kind ?? kind });
}
