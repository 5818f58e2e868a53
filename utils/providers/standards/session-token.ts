import { Failure } from '../../domain/failure.ts';
import { DAY, type Instant, toInstant, toMs } from '../../domain/instant.ts';
import type { Http, HttpAnswer, HttpRequest, ReadContext } from '../contract.ts';

const KEY = 'token';
const LENGTH_OF_INSTANT = '2026-05-02T10:00:00Z'.length;

export interface TokenSource {
  /** a new token of the carrier. Throws Failure */
  signIn(): Promise<string>;
  /**
   * Whether another one is fetched where a token is refused that was fetched just now; one that was kept from an
   * earlier poll is always replaced, once.
   */
  evenIfNew: boolean;
}

/** Asks with the token that is kept for the line, for a day at most, or with a new one. Throws Failure. */
export async function withToken<T>(
  { memory, now }: ReadContext,
  source: TokenSource,
  ask: (token: string) => Promise<T>,
): Promise<T> {
  const fresh = async () => {
    const token = await source.signIn();
    await memory.set(KEY, `${toInstant(toMs(now) + DAY)}${token}`);
    return token;
  };
  const tried = async (token: string): Promise<T | Failure> => {
    try {
      return await ask(token);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'signed-out') throw error;
      await memory.set(KEY, null);
      return error;
    }
  };

  const kept = stillGood(await memory.get(KEY), now);
  const first = await tried(kept ?? (await fresh()));
  if (!(first instanceof Failure)) return first;
  if (kept === null && !source.evenIfNew) throw first;
  const second = await tried(await fresh());
  if (second instanceof Failure) throw second;
  return second;
}

function stillGood(kept: string | null, now: Instant): string | null {
  if (kept === null) return null;
  const [until, token] = [kept.slice(0, LENGTH_OF_INSTANT), kept.slice(LENGTH_OF_INSTANT)];
  return until > now && token !== '' ? token : null;
}

/** What a login answers. Throws Failure. */
export async function logIn(http: Http, request: HttpRequest): Promise<unknown> {
  const answer = await http.request({ method: 'POST', ...request, readsErrors: true });
  if (answer.status >= 400) throw refusedLogin(answer);
  return answer.json();
}

/**
 * The failure of a login that was answered with a status of 400 and above. Credentials that it cannot process are
 * refused credentials, too: trying them again and again would lock the account.
 */
function refusedLogin(answer: HttpAnswer): Failure {
  const { status } = answer;
  return status === 400 || status === 422 ? new Failure('signed-out', `HTTP ${status}`) : answer.failure();
}
