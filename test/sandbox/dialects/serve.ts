import { balance } from '../balance.ts';
import type { Carrier } from '../carrier.ts';
import { settleDue } from '../checkouts.ts';
import { Problem } from '../problems.ts';
import type { Route } from '../router.ts';
import type { LineRow } from '../rows.ts';
import type { LogEntry } from '../sandbox-types.ts';
import { type ListenerOptions, listen } from '../server.ts';
import { habits } from '../settings.ts';
import type { LineId } from '../vocabulary.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import type { Dialect, DialectCarrier } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { secretNamed } from './secrets.ts';

/** The account APIs that exist, served over the simulated lines under their real names. */
export interface Dialects {
  /** the loopback port that stands for port 443 of `hosts`, and the one for port 80 of `plainHosts` */
  port: number;
  plainPort: number;
  hosts: readonly string[];
  plainHosts: readonly string[];
  certificate: Certificate;
  /** What a person types into a provider's form for a line. */
  fields(id: string, lineId: LineId): Record<string, string>;
  /** every request to a dialect, oldest first; its host stands in `headers.host` */
  log(): LogEntry[];
  clearLog(): void;
  close(): Promise<void>;
}

/** A dialect with its own view of the carrier. */
interface Speaker {
  dialect: Dialect;
  own: DialectCarrier;
  routes: readonly Route[];
}

export async function serveDialects(carrier: Carrier, tell: (line: string) => void): Promise<Dialects> {
  const speakers = DIALECTS.map((dialect): Speaker => {
    const own = carrierOf(carrier, dialect);
    return { dialect, own, routes: dialect.routes(own) };
  });
  const hosts = DIALECTS.flatMap((dialect) => dialect.hosts);
  const certificate = makeCertificate(hosts);
  const { db, clock, faults, log } = carrier;
  const shared = {
    port: 0,
    clock,
    log,
    faults,
    tell,
    otherOrigin: '',
    tick: () => settleDue(db, clock.now()),
  };
  const secure = await listen({ ...shared, tls: certificate, routesOf: underNames(speakers) });
  const plain = await listen({ ...shared, routesOf: underPlainNames(speakers) });
  return {
    port: secure.port,
    plainPort: plain.port,
    hosts,
    plainHosts: DIALECTS.flatMap((dialect) => dialect.plainHosts ?? []),
    certificate,
    fields: (id, lineId) => {
      const speaker = speakers.find(({ dialect }) => dialect.id === id);
      if (!speaker) throw new Error(`the sandbox does not speak ${id}`);
      return speaker.dialect.fields(speaker.own, lineId);
    },
    log: log.entries,
    clearLog: log.clear,
    close: async () => {
      await Promise.all([secure.close(), plain.close()]);
    },
  };
}

function carrierOf(carrier: Carrier, { id }: Dialect): DialectCarrier {
  const { db, clock } = carrier;
  return {
    ...carrier,
    secret: (name) => secretNamed(db, `${id} ${name}`),
    onOwnNetwork: () => !habits(db).awayFrom.includes(id),
    asksPassword: () => habits(db).askPassword.includes(id),
    setsCookies: () => !habits(db).withoutCookies.includes(id),
    told: (lineId) => {
      const line = db.get<LineRow>('SELECT * FROM lines WHERE id = ?', lineId);
      return line?.missing === null ? (balance(db, lineId, clock.now())?.body ?? null) : null;
    },
  };
}

function underNames(speakers: readonly Speaker[]): ListenerOptions['routesOf'] {
  return (host) =>
    routesOf(
      speakers.find(({ dialect }) => dialect.hosts.includes(host)),
      host,
    );
}

/** By the loopback address itself all of them are reached that are served by plain http. */
function underPlainNames(speakers: readonly Speaker[]): ListenerOptions['routesOf'] {
  const plain = speakers.filter(({ dialect }) => dialect.plainHosts !== undefined);
  return (host, port) =>
    host === `127.0.0.1:${port}`
      ? plain.flatMap(({ routes }) => routes)
      : routesOf(
          plain.find(({ dialect }) => dialect.plainHosts?.includes(host)),
          host,
        );
}

function routesOf(speaker: Speaker | undefined, host: string): readonly Route[] {
  if (!speaker) throw new Problem('wrong-host', host);
  return speaker.routes;
}
