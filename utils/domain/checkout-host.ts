export type AddressProblem = 'not-https' | 'malformed' | 'has-credentials' | 'script' | 'host-not-allowed';

export type AddressVerdict =
  /** `href` is the address as re-serialised, the only form that may be opened; `host` with its port, if any */
  { ok: true; href: string; host: string } | { ok: false; reason: AddressProblem; host: string | null };

export interface AddressOptions {
  /** http to 127.0.0.1, [::1] and localhost passes: for a carrier on this very computer */
  allowLoopbackHttp: boolean;
}

/** May this address be opened? `allowed`: exact hosts, `pay.example` or `pay.example:8443`. */
export function checkAddress(
  _url: string,
  _allowed: readonly string[],
  _options: AddressOptions,
): AddressVerdict {
  throw new Error('checkAddress');
}

/** The person's own top-up link: https alone; `host` is what is remembered with the line. */
export function ownLink(_url: string): AddressVerdict {
  throw new Error('ownLink');
}

/** Does the query or fragment of an address that we built carry a secret or a run of eight digits? */
export function carriesSecret(_url: string, _secrets: readonly string[]): boolean {
  throw new Error('carriesSecret');
}
