import { accountRoutes } from './account-api.ts';
import { checkoutRoutes } from './account-api-checkouts.ts';
import { addAccount } from './accounts.ts';
import type { Carrier } from './carrier.ts';
import { checkoutPageRoutes } from './checkout-page.ts';
import { settleDue } from './checkouts.ts';
import { type Clock, createClock } from './clock.ts';
import { controlRoutes } from './control.ts';
import { createControl } from './control-client.ts';
import { type Database, openDatabase } from './database.ts';
import type { Dialects } from './dialects/serve.ts';
import { createFaults } from './faults.ts';
import { createLog } from './log.ts';
import { oauthRoutes } from './oauth.ts';
import { CLIENT_ID } from './oauth-client.ts';
import { otherOriginRoutes } from './other-origin.ts';
import { assetRoutes } from './pages.ts';
import { opaqueId, secret } from './random.ts';
import type { Route } from './router.ts';
import type { Sandbox, SandboxOptions } from './sandbox-types.ts';
import { DEMO_ACCOUNT, seedLines } from './seed.ts';
import { listen, underLoopback } from './server.ts';
import { readSetting, writeSetting } from './settings.ts';
import { siteRoutes } from './site.ts';
import { issuePersonalToken, SCOPES } from './tokens.ts';

/** Starts a carrier on the loopback address. A new database is filled with the demo account first. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, database = ':memory:', now = Date.now, log: tell = () => {} } = options;
  const db = openDatabase(database);
  const clock = createClock(db, now);
  prepare(db, clock, options);
  const log = createLog(db, clock, 'carrier', tell);
  const otherLog = createLog(db, clock, 'other', tell);
  const carrier: Carrier = { db, clock, faults: createFaults(), log };
  const controlKey = secret('sbk');
  const shared = { clock, tell, aside: '/control/' };
  const other = await listen({
    ...shared,
    port: 0,
    routesOf: underLoopback(otherOriginRoutes()),
    log: otherLog,
    faults: createFaults(),
    otherOrigin: '',
    tick: () => {},
  });
  const own = await listen({
    ...shared,
    port,
    routesOf: underLoopback(routesOf(carrier, controlKey)),
    log,
    faults: carrier.faults,
    otherOrigin: other.url,
    tick: () => settleDue(db, clock.now()),
  });
  const dialects = options.dialects ? await dialectsOver(carrier, tell) : null;
  const close = async () => {
    await Promise.all([own.close(), other.close(), dialects?.close()]);
    db.close();
  };
  return {
    url: own.url,
    baseUrl: `${own.url}/v1`,
    host: own.host,
    demo: { user: 'demo', password: readSetting(db, 'password', ''), token: readSetting(db, 'token', '') },
    controlKey,
    control: createControl(own.url, controlKey),
    otherOrigin: { url: other.url, log: otherLog.entries, clearLog: otherLog.clear },
    log: log.entries,
    dialects,
    close,
  };
}

/** Loaded where they are wanted alone: they need a package for their certificate. */
async function dialectsOver(carrier: Carrier, tell: (line: string) => void): Promise<Dialects> {
  const { serveDialects } = await import('./dialects/serve.ts');
  const log = createLog(carrier.db, carrier.clock, 'dialects', tell);
  return serveDialects({ ...carrier, log }, tell);
}

function routesOf(carrier: Carrier, controlKey: string): Route[] {
  return [
    ...accountRoutes(carrier),
    ...checkoutRoutes(carrier),
    ...checkoutPageRoutes(carrier),
    ...oauthRoutes(carrier),
    ...controlRoutes(carrier, controlKey),
    ...siteRoutes(),
    ...assetRoutes(),
  ];
}

/** First start of a database: account, client, token, lines. A later start only takes the speed it is given. */
function prepare(db: Database, clock: Clock, { seed = 1, speed }: SandboxOptions): void {
  if (speed !== undefined) writeSetting(db, 'speed', speed);
  if (readSetting(db, 'token', '') !== '') return;
  db.transaction(() => {
    const password = opaqueId(10);
    writeSetting(db, 'seed', seed);
    writeSetting(db, 'password', password);
    addAccount(db, DEMO_ACCOUNT, 'demo', password);
    db.put('clients', { id: CLIENT_ID, name: 'Data Balance' });
    writeSetting(db, 'token', issuePersonalToken(db, DEMO_ACCOUNT, SCOPES.join(' '), clock.now()));
    seedLines(db, clock.now());
  });
}
