import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './log.ts';

/** What every route of the sandbox works on. */
export interface Carrier {
  db: Database;
  clock: Clock;
  faults: Faults;
  log: RequestLog;
}
