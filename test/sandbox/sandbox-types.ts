import type { Control } from './control-types.ts';
import type { Dialects } from './dialects/serve.ts';
import type { Fault } from './fault-types.ts';

export interface LogEntry {
  id: number;
  /** on the sandbox's clock */
  at: string;
  /** real time, milliseconds since the epoch */
  realAt: number;
  method: string;
  path: string;
  /** without the question mark; empty when there was none */
  query: string;
  /** null = not answered (yet) */
  status: number | null;
  /** the client went away before the answer was complete */
  aborted: boolean;
  /** real milliseconds until the answer ended or the client went away; null = still open */
  durationMs: number | null;
  /** as received; `authorization` reduced to its scheme and last four characters, `cookie` left out */
  headers: Record<string, string>;
  cookies: boolean;
  referer: boolean;
  fault: Fault['kind'] | null;
  /** secrets of dialects and where they stood, as `esim-go apiKey: header x-api-key` */
  secrets: string[];
}

export interface SandboxOptions {
  /** 0 = any free port */
  port?: number;
  /** a file, or `:memory:` */
  database?: string;
  /** decides the pattern of use; a database keeps the seed it was made with */
  seed?: number;
  /** usage clock against the sandbox's clock, default 1 */
  speed?: number;
  /** real time in milliseconds, default Date.now; a constant function holds the clock still */
  now?: () => number;
  /** receives one line of text for each answered request and each defect */
  log?: (line: string) => void;
  /** speak the account APIs that exist as well, each under its real host names */
  dialects?: boolean;
}

export interface Sandbox {
  /** `http://127.0.0.1:port`, also the OAuth issuer */
  url: string;
  /** the base URL of the account API, `…/v1` */
  baseUrl: string;
  /** host and port, as in `checkoutHosts` */
  host: string;
  demo: { user: string; password: string /** personal access token */; token: string };
  controlKey: string;
  control: Control;
  /** a listener on another port: where a redirect must not lead */
  otherOrigin: { url: string; log(): LogEntry[]; clearLog(): void };
  /** every request but those to /control, oldest first */
  log(): LogEntry[];
  /** null unless they were asked for */
  dialects: Dialects | null;
  close(): Promise<void>;
}
