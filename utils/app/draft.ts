import { Failure } from '../domain/failure.ts';
import { type CarriedProvider, FieldError, type ReadContext } from '../providers/contract.ts';
import { providerById } from '../providers/registry.ts';
import { checkFields } from '../providers/standards/check-fields.ts';
import type { Access } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Draft } from './commands.ts';
import type { Deps } from './deps.ts';
import { keptSignIn } from './kept-sign-in.ts';
import type { Secret } from './ports.ts';

/** A draft with all that is needed to ask its carrier and to store it. */
export interface CheckedDraft {
  provider: CarriedProvider;
  access: Access;
  /** what may be stored with the line */
  fields: Record<string, string>;
  /** what must be stored apart; null = the provider needs none, or what is stored already stays */
  secret: Secret | null;
}

/** The secret of a draft, and what of it was not typed but taken from the line it is to replace. */
interface Given {
  secret: Secret;
  isNew: boolean;
  borrows: boolean;
}

/**
 * Checks the fields of a draft against its provider's declaration. `notYet` names required fields that may still
 * be empty. Throws FieldError, CommandFailure, LockedError, and Failure where a sign-in is no longer kept.
 */
export async function checkDraft(
  deps: Deps,
  draft: Draft,
  notYet: readonly string[] = [],
): Promise<CheckedDraft> {
  const provider = providerById(draft.providerId);
  if (!provider) throw new CommandFailure({ kind: 'gone' });
  const { secret, isNew, borrows } = await givenBy(deps, draft);
  const { oauth } = secret;
  const values = checkFields(
    provider.fields,
    { ...draft.fields, ...secret.values },
    (field) => (field.secret && oauth !== null) || notYet.includes(field.name),
  );
  const origins = provider.origins(values);
  if (borrows) await mayBorrow(deps, draft, provider, origins);
  const [fields, secrets] = bySecrecy(provider, values);
  const hasSecret = oauth !== null || Object.keys(secrets).length > 0;
  return {
    provider,
    access: {
      // Nothing is stored under a draft's id; a stored sign-in is kept in order under that of its line.
      lineId: isNew || draft.secretFrom === null ? `draft:${draft.signInId ?? ''}` : draft.secretFrom,
      memory: ofOneTry(),
      subject: draftSubject(origins),
      provider,
      values: { ...values, ...(isNew && oauth ? { token: oauth.accessToken } : {}) },
      origins,
    },
    fields,
    secret: isNew && hasSecret ? { values: secrets, oauth } : null,
  };
}

/** A session that one carrier gave for one secret must not serve a draft that was changed since. */
function ofOneTry(): ReadContext['memory'] {
  const kept = new Map<string, string | null>();
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
}

/** The key under which the requests for what is no line yet are counted: one for a carrier, whatever is filled in. */
export function draftSubject(origins: readonly string[]): string {
  return `draft:${origins}`;
}

/** What may be stored with the line, and what must stand apart. */
function bySecrecy({ fields }: CarriedProvider, values: Record<string, string>) {
  const pick = (wanted: boolean) => {
    const kept = fields.filter(({ name, secret }) => secret === wanted && Object.hasOwn(values, name));
    return Object.fromEntries(kept.map(({ name }) => [name, values[name] ?? '']));
  };
  return [pick(false), pick(true)] as const;
}

async function givenBy(deps: Deps, draft: Draft): Promise<Given> {
  if (draft.signInId) {
    const oauth = await keptSignIn(deps, draft.signInId);
    if (!oauth) throw new Failure('signed-out', 'the sign-in is no longer kept');
    return { secret: { values: {}, oauth }, isNew: true, borrows: false };
  }
  const typed = Object.fromEntries(Object.entries(draft.secrets).filter(([, value]) => value.trim() !== ''));
  const stored = draft.secretFrom ? await deps.secrets.get(draft.secretFrom) : null;
  if (Object.keys(typed).length === 0)
    return { secret: stored ?? { values: {}, oauth: null }, isNew: false, borrows: stored !== null };
  const borrows = Object.keys(stored?.values ?? {}).some((name) => !Object.hasOwn(typed, name));
  return { secret: { values: { ...stored?.values, ...typed }, oauth: null }, isNew: true, borrows };
}

/** A stored secret goes only where its line goes already: for another host it must be typed anew. */
async function mayBorrow(
  deps: Deps,
  { secretFrom }: Draft,
  provider: CarriedProvider,
  origins: readonly string[],
): Promise<void> {
  const line = secretFrom === null ? null : await deps.store.line(secretFrom);
  const same = line?.providerId === provider.id && origins.every((origin) => line.origins.includes(origin));
  if (same) return;
  const field = provider.fields.find(({ secret }) => secret)?.name ?? '';
  throw new FieldError(field, 'missing');
}
