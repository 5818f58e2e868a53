import { FieldError, type Provider } from '../providers/contract.ts';
import { providerById } from '../providers/registry.ts';
import type { Access } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Draft } from './commands.ts';
import type { Deps } from './deps.ts';
import type { Secret } from './ports.ts';
import { parseSignIn } from './sign-in.ts';

/** A draft with all that is needed to ask its carrier and to store it. */
export interface CheckedDraft {
  provider: Provider;
  access: Access;
  /** what may be stored with the line */
  fields: Record<string, string>;
  /** what must be stored apart; null = the provider needs none */
  secret: Secret | null;
}

/**
 * Checks the fields of a draft against its provider's declaration. `notYet` names required fields that may still
 * be empty. Throws FieldError, CommandFailure, LockedError.
 */
export async function checkDraft(
  deps: Deps,
  draft: Draft,
  notYet: readonly string[] = [],
): Promise<CheckedDraft> {
  const provider = providerById(draft.providerId);
  if (!provider) throw new CommandFailure({ kind: 'gone' });
  const secret = await secretOf(deps, draft);
  const values = checkFields(provider, { ...draft.fields, ...secret.values }, secret.oauth !== null, notYet);
  const origins = provider.origins(values);
  const isSecret = (name: string) => provider.fields.some((field) => field.name === name && field.secret);
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isSecret(name) === wanted));
  const kept = { values: pick(true), oauth: secret.oauth };
  const token: Record<string, string> = secret.oauth ? { token: secret.oauth.accessToken } : {};
  return {
    provider,
    // Nothing is stored under this id; the token of a sign-in under way is filled in directly.
    access: { lineId: `draft:${draft.signInId ?? ''}`, provider, values: { ...values, ...token }, origins },
    fields: pick(false),
    secret: kept.oauth || Object.keys(kept.values).length > 0 ? kept : null,
  };
}

function checkFields(
  provider: Provider,
  given: Readonly<Record<string, string>>,
  signedIn: boolean,
  notYet: readonly string[],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, secret, required, pattern } of provider.fields) {
    const value = (given[name] ?? '').trim();
    const mayMiss = !required || (secret && signedIn) || notYet.includes(name);
    if (value === '' && !mayMiss) throw new FieldError(name, 'missing');
    if (value !== '' && pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
      throw new FieldError(name, 'malformed');
    if (value !== '') values[name] = value;
  }
  return values;
}

async function secretOf(deps: Deps, draft: Draft): Promise<Secret> {
  const typed = Object.fromEntries(Object.entries(draft.secrets).filter(([, value]) => value !== ''));
  const signedIn = draft.signInId ? parseSignIn(await deps.session.get(draft.signInId)) : null;
  if (signedIn) return { values: {}, oauth: signedIn };
  const stored = draft.secretFrom ? await deps.secrets.get(draft.secretFrom) : null;
  if (Object.keys(typed).length > 0) return { values: { ...stored?.values, ...typed }, oauth: null };
  return stored ?? { values: {}, oauth: null };
}
