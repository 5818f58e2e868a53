/** The secrets are wrapped and the passphrase has not been entered since the browser started. */
export class LockedError extends Error {
  constructor() {
    super('the passphrase has not been entered');
    this.name = 'LockedError';
  }
}

/** A passphrase that would be found by trying. */
export class WeakPassphraseError extends Error {
  constructor() {
    super('the passphrase is too short');
    this.name = 'WeakPassphraseError';
  }
}

const SHORTEST = 8;
const SHORTEST_DIGITS = 12;

/** Whether a passphrase is too easily found by trying them all: digits alone must be longer. */
export function isWeakPassphrase(passphrase: string): boolean {
  const length = [...passphrase].length;
  return length < (/^\p{Nd}*$/u.test(passphrase) ? SHORTEST_DIGITS : SHORTEST);
}
