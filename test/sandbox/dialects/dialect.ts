import type { balance } from '../balance.ts';
import type { Carrier } from '../carrier.ts';
import type { Route } from '../router.ts';
import type { LineId } from '../vocabulary.ts';

/** A balance as the account API tells it, from which every dialect makes its own words. */
export type Told = NonNullable<ReturnType<typeof balance>>['body'];

/** What a dialect works on: the simulated lines, and secrets that outlive a restart with the database. */
export interface DialectCarrier extends Carrier {
  /** The line's balance at this moment; null = the carrier has no such line any more. */
  told(lineId: LineId): Told | null;
  /** A secret of this dialect by its name, always the same; the log tells in what part of a request it was sent. */
  secret(name: string): string;
  /** false = the browser is on another network now, where this dialect does not answer. */
  onOwnNetwork(): boolean;
  /** this device wants its owner to sign in */
  asksPassword(): boolean;
  /** false = this device tells its session in the answer alone */
  setsCookies(): boolean;
}

/** One account API that exists, spoken over the simulated lines. */
export interface Dialect {
  /** the provider's id */
  id: string;
  /** the host names that it answers under by https */
  hosts: readonly string[];
  /** those that it answers under by plain http, besides the loopback address */
  plainHosts?: readonly string[];
  /** the lines that it can tell of */
  lines: readonly LineId[];
  /** What a person types into the provider's form for a line, by field name; and on a device's page, its password. */
  fields(carrier: DialectCarrier, lineId: LineId): Record<string, string>;
  /** What it tells of so many bytes; exactly so many unless it rounds them. */
  shows?(bytes: number): number;
  routes(carrier: DialectCarrier): Route[];
}
