import type { Locks, Secret, SecretStore } from '../../utils/app/ports.ts';
import { createTokenKeeper, type OAuthSecret } from '../../utils/app/tokens.ts';
import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import { NOW } from './carrier.ts';

const GOOD_UNTIL = '2026-11-21T10:30:00Z';
export const oauth = (changes: Partial<OAuthSecret> = {}): OAuthSecret => ({
  accessToken: 'access-0',
  refreshToken: 'refresh-0',
  expiresAt: GOOD_UNTIL,
  issuer: 'https://api.nordtel.example',
  ...changes,
});

/** One queue for each name, as in the browser. */
function queues(): Pick<Locks, 'exclusive'> {
  const last = new Map<string, Promise<unknown>>();
  return {
    exclusive: (name, work) => {
      const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
      last.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

type Pause = () => Promise<void>;

function secretsOf(kept: Map<string, Secret>, pause: Pause): Pick<SecretStore, 'get' | 'put'> {
  return {
    get: async (lineId) => {
      await pause();
      return kept.get(lineId) ?? null;
    },
    put: async (lineId, secret) => {
      await pause();
      kept.set(lineId, secret);
    },
  };
}

/** Keepers that share one store, one queue and an issuer whose refresh tokens are good for one exchange. */
export function setUp(first: OAuthSecret | null, pause: Pause = async () => {}) {
  const kept = new Map<string, Secret>([['a', { values: { pin: '1' }, oauth: first }]]);
  const issuer = { next: first?.refreshToken ?? null, issued: 0, refused: 0 };
  const refresh = async (_lineId: string, current: OAuthSecret): Promise<OAuthSecret> => {
    await pause();
    if (current.refreshToken !== issuer.next) {
      issuer.refused += 1;
      throw new Failure('signed-out', 'invalid_grant');
    }
    issuer.issued += 1;
    issuer.next = `refresh-${issuer.issued}`;
    await pause();
    return oauth({ accessToken: `access-${issuer.issued}`, refreshToken: issuer.next });
  };
  const secrets = secretsOf(kept, pause);
  const locks = queues();
  const clock = { now: () => toMs(NOW) };
  const keeper = (changes = {}) => createTokenKeeper({ secrets, locks, refresh, clock, ...changes });
  return { kept, issuer, keeper, secrets };
}
