/** What a matching request meets instead of, or around, its true answer. `ms` is real time. */
export type Fault =
  | { kind: 'latency'; ms: number }
  /** the connection is accepted and nothing ever comes */
  | { kind: 'silence' }
  /** the true answer comes as soon as the fault is removed */
  | { kind: 'held' }
  /** headers and half of the body come, then nothing */
  | { kind: 'stalled-body' }
  | { kind: 'drip'; bytesPerSecond: number }
  /** `retryAfter`: seconds, or a header value as it stands; `asDate` turns seconds into an HTTP date */
  | { kind: 'status'; status: number; retryAfter?: number | string; asDate?: boolean }
  /** `to`: an address, or the other origin, or another path of this origin */
  | { kind: 'redirect'; to: 'other-origin' | 'same-origin' | string; status?: 301 | 302 | 303 | 307 | 308 }
  /** 200 and a login page of a captive portal */
  | { kind: 'html' }
  | { kind: 'broken-json' }
  /** less than Content-Length promised, then the end */
  | { kind: 'truncated' }
  /** TCP reset in the middle of the body */
  | { kind: 'reset' }
  /** `bytes` after unpacking, default 1 GiB */
  | { kind: 'gzip-bomb'; bytes?: number }
  /** default 8 MiB of valid JSON */
  | { kind: 'huge'; bytes?: number }
  /** answers with the balance of that line */
  | { kind: 'wrong-line'; lineId: string }
  /** 200 with the whole body although the ETag matches */
  | { kind: 'ignore-etag' }
  /** any answer at all */
  | { kind: 'body'; body: string; status?: number; contentType?: string };

export interface FaultRule {
  /** path with `*` for any run of characters: `/v1/lines/esim/balance`, `/v1/*` */
  path: string;
  method?: string;
  fault: Fault;
  /** how many requests it meets; absent = every one */
  times?: number;
  /** how long it lasts on the sandbox's clock; absent = until cleared */
  forMs?: number;
}
