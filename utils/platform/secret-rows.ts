import { deriveKey, newDerivation, unwrap, wrap } from './secret-crypto.ts';
import { type Head, type LineSecret, type SecretRow, secretSchema } from './secret-sets.ts';

const PROOF = 'proof';

/** What a wrapped row is tied to: it opens in no other place and in no other set. */
export const bind = (set: string, name: string) => `${set}:${name}`;

/** How a new set is wrapped, and the key to it; null = in plain text. */
export async function newWrapping(
  passphrase: string | null,
  set: string,
): Promise<{ wrapping: Head['wrapping']; key: string | null }> {
  if (passphrase === null) return { wrapping: null, key: null };
  const derivation = newDerivation();
  const key = await deriveKey(passphrase, derivation);
  return { wrapping: { ...derivation, proof: await wrap(key, PROOF, bind(set, PROOF)) }, key };
}

/** null for `key` = in plain text */
export async function closed(secret: LineSecret, key: string | null, bound: string): Promise<SecretRow> {
  return key === null ? secret : wrap(key, JSON.stringify(secret), bound);
}

/** null = damaged */
export async function opened(row: SecretRow, key: string | null, bound: string): Promise<LineSecret | null> {
  if ('values' in row) return row;
  const text = key === null ? null : await unwrap(key, row, bound);
  if (text === null) return null;
  const parsed = secretSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** Whether the key is the one that the set is wrapped with. */
export async function proves(
  key: string,
  set: string,
  wrapping: NonNullable<Head['wrapping']>,
): Promise<boolean> {
  return (await unwrap(key, wrapping.proof, bind(set, PROOF))) === PROOF;
}
