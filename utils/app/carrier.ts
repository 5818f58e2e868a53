import { Failure, NotModified } from '../domain/failure.ts';
import type { Line } from '../domain/line.ts';
import type { CarriedProvider, ProviderLine, ReadContext } from '../providers/contract.ts';
import { providerById } from '../providers/registry.ts';
import { elsewhere } from '../providers/standards/elsewhere.ts';
import { countAsk, heedAsk } from './asks.ts';
import { type Deps, nowOf } from './deps.ts';
import type { HttpRun } from './ports.ts';
import { settleReferers } from './referers.ts';

/** Everything needed for asking a carrier: the provider, the filled-in fields, where it may be asked. */
export interface Access {
  /** the key under which tokens and session values are kept */
  lineId: string;
  /** where session values are kept instead; absent = under the line */
  memory?: ReadContext['memory'];
  /** the key under which requests are counted */
  subject: string;
  provider: CarriedProvider;
  values: ProviderLine;
  origins: readonly string[];
}

export type CarrierWork<T> = (
  provider: CarriedProvider,
  values: ProviderLine,
  context: ReadContext,
) => Promise<T>;

/** The provider of a stored line. Throws Failure `unreadable` when this version does not know it. */
export function providerOf(line: Pick<Line, 'providerId'>): CarriedProvider {
  const provider = providerById(line.providerId);
  if (!provider) throw new Failure('unreadable', `no provider ${line.providerId}`);
  return provider;
}

/**
 * Throws LockedError while the line's secret is wrapped; Failure when its provider is unknown, and `signed-out` when
 * there is no secret where one is needed, as after an import.
 */
export async function accessOf(deps: Deps, line: Line): Promise<Access> {
  const provider = providerOf(line);
  const secret = await deps.secrets.get(line.id);
  if (secret === null && needsSecret(provider)) throw new Failure('signed-out', 'no secret is stored');
  return {
    lineId: line.id,
    subject: line.id,
    provider,
    values: { ...line.fields, ...secret?.values },
    origins: line.origins,
  };
}

function needsSecret({ oauth, fields }: CarriedProvider): boolean {
  return oauth !== undefined || fields.some(({ secret, required }) => secret && required);
}

/** `value` null = a conditional request was answered 304: everything is as it was. */
export interface Answer<T> {
  value: T | null;
  run: HttpRun;
}

export interface AskOptions {
  etags: Record<string, string>;
  /** an access token that has run out or is refused may be renewed, once */
  mayRenew: boolean;
}

/**
 * Asks a carrier. Where the line signed in by OAuth the access token is filled in, and once renewed if the
 * carrier refuses it. Throws Failure, and LockedError while the tokens are wrapped.
 */
export async function askCarrier<T>(
  deps: Deps,
  access: Access,
  work: CarrierWork<T>,
  { etags, mayRenew }: AskOptions = { etags: {}, mayRenew: true },
): Promise<Answer<T>> {
  const token = await deps.tokens.accessToken(access.lineId, mayRenew);
  try {
    return await once(deps, access, token, work, etags);
  } catch (error) {
    const refused = error instanceof Failure && error.kind === 'signed-out';
    if (!refused || !mayRenew || token === null) throw error;
    const renewed = await deps.tokens.refreshAfter401(access.lineId, token);
    if (renewed === null) throw error;
    return once(deps, access, renewed, work, etags);
  }
}

/**
 * Asks for something that a person waits for, and counts it. Throws as `askCarrier` does, and CommandFailure
 * `not-before`.
 */
export async function fetchFrom<T>(deps: Deps, access: Access, work: CarrierWork<T>): Promise<T> {
  await countAsk(deps, access.subject);
  try {
    return unconditional(await askCarrier(deps, access, work));
  } catch (error) {
    if (error instanceof Failure) await heedAsk(deps, access.subject, error.retryAt);
    throw error;
  }
}

/** The answer to a request that was not conditional. Throws Failure. */
export function unconditional<T>({ value }: Answer<T>): T {
  if (value === null) throw new Failure('unreadable', '304 to an unconditional request');
  return value;
}

async function once<T>(
  deps: Deps,
  access: Access,
  token: string | null,
  work: CarrierWork<T>,
  etags: Record<string, string>,
): Promise<Answer<T>> {
  const values = token === null ? access.values : { ...access.values, token };
  const { provider, origins } = access;
  const run = deps.http.run(provider, values, { origins, etags });
  const ask = async () => {
    const kept = deps.context(access.lineId, run.http, nowOf(deps));
    try {
      return await work(provider, values, access.memory ? { ...kept, memory: access.memory } : kept);
    } finally {
      // A line that was only tried, or removed meanwhile, leaves nothing behind, and no session outlives its asking.
      if (provider.network === 'local') await settleReferers(deps);
    }
  };
  try {
    // Lines of one site share the browser's cookies: who signs in must be read before another signs in.
    const value = provider.cookies
      ? await deps.locks.exclusive(`cookies:${origins.join()}`, ask)
      : await ask();
    return { value, run };
  } catch (error) {
    if (error instanceof NotModified) return { value: null, run };
    // Where another device has the address of this one, it knows of no such page.
    throw provider.network === 'local' ? elsewhere(error, ['line-gone']) : error;
  }
}
