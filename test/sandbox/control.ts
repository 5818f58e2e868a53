import { timingSafeEqual } from 'node:crypto';
import { balance } from './balance.ts';
import type { Carrier } from './carrier.ts';
import { settleDue } from './checkouts.ts';
import { instant } from './clock.ts';
import { accessControlRoutes } from './control-access.ts';
import { checkoutControlRoutes } from './control-checkouts.ts';
import { faultControlRoutes } from './control-faults.ts';
import { lineControlRoutes } from './control-lines.ts';
import type { Habits, SandboxState } from './control-types.ts';
import { toMs } from './line-changes.ts';
import { redirectUris } from './oauth-client.ts';
import { Problem } from './problems.ts';
import { sha256 } from './random.ts';
import { json, noContent, type Reply } from './reply.ts';
import { jsonBody, type Route, type SandboxRequest } from './router.ts';
import { habits, readSetting, setHabits, writeSetting } from './settings.ts';
import { runLine } from './simulation.ts';

/** Everything under /control, for whoever holds the key. */
export function controlRoutes(carrier: Carrier, key: string): Route[] {
  const routes: Route[] = [
    ...lineControlRoutes(carrier),
    ...checkoutControlRoutes(carrier),
    ...faultControlRoutes(carrier),
    ...accessControlRoutes(carrier),
    { method: 'GET', pattern: '/control/state', handle: () => json(state(carrier)) },
    { method: 'POST', pattern: '/control/clock', handle: (request) => setClock(carrier, request) },
    { method: 'POST', pattern: '/control/speed', handle: (request) => setSpeed(carrier, request) },
    {
      method: 'PATCH',
      pattern: '/control/habits',
      handle: (request) => json(setHabits(carrier.db, jsonBody(request) as Partial<Habits>)),
    },
  ];
  return routes.map((route) => ({
    ...route,
    handle: (request) => {
      guard(request, key);
      return route.handle(request);
    },
  }));
}

function guard({ headers }: SandboxRequest, key: string): void {
  const given = (headers.authorization ?? '').replace(/^Bearer /, '');
  // hashes are of one length, which the comparison needs
  if (!timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(key)))) {
    throw new Problem('not-signed-in', 'the control key is missing or wrong', {
      'www-authenticate': 'Bearer',
    });
  }
}

function state({ db, clock, faults }: Carrier): SandboxState {
  const now = clock.now();
  const balances = lineIds(db).map((id) => [id, balance(db, id, now)?.body]);
  return {
    now: instant(now),
    frozen: clock.frozen,
    speed: readSetting(db, 'speed', 1),
    habits: habits(db),
    lines: Object.fromEntries(balances),
    faults: faults.list(now),
    redirectUris: redirectUris(db),
  };
}

function setClock({ clock, db }: Carrier, request: SandboxRequest): Reply {
  const { at, advanceMs, frozen } = jsonBody(request);
  if (typeof at === 'string') clock.set(toMs(at) ?? clock.now());
  if (typeof advanceMs === 'number') clock.set(clock.now() + advanceMs);
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.run();
  const now = clock.now();
  settleDue(db, now);
  for (const id of lineIds(db)) balance(db, id, now);
  return json({ now: instant(now) });
}

function setSpeed({ db, clock }: Carrier, request: SandboxRequest): Reply {
  const { times, lineId } = jsonBody(request);
  if (typeof times !== 'number' || !(times >= 0))
    throw new Problem('bad-request', 'times is a number, 0 or more');
  // what has passed so far was used at the speed of then
  for (const id of lineIds(db)) runLine(db, id, clock.now());
  if (typeof lineId === 'string') db.run('UPDATE lines SET speed = ? WHERE id = ?', times, lineId);
  else {
    writeSetting(db, 'speed', times);
    db.run('UPDATE lines SET speed = NULL');
  }
  return noContent();
}

function lineIds(db: Carrier['db']): string[] {
  return db.all<{ id: string }>('SELECT id FROM lines ORDER BY position').map((row) => row.id);
}
