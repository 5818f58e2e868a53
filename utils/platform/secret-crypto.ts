import * as z from 'zod/mini';
import { whole } from '../domain/whole.ts';

/** AES-GCM under a key from a passphrase (PBKDF2-SHA256). All bytes stand as base64. */
export const wrappedSchema = z.object({ iv: z.string(), data: z.string() });
export type Wrapped = z.infer<typeof wrappedSchema>;

/** How a key is made from a passphrase. Fewer rounds than these are not taken for ours. */
export const ITERATIONS = 600_000;
export const derivationSchema = z.object({
  salt: z.string(),
  iterations: whole().check(z.minimum(ITERATIONS), z.maximum(100 * ITERATIONS)),
});
export type Derivation = z.infer<typeof derivationSchema>;

export function newDerivation(): Derivation {
  return { salt: toBase64(crypto.getRandomValues(new Uint8Array(16))), iterations: ITERATIONS };
}

/** The raw key of 256 bits. The same passphrase in another Unicode form gives the same key. */
export async function deriveKey(passphrase: string, { salt, iterations }: Derivation): Promise<string> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)));
}

/** `bound` ties the result to its place: it opens nowhere else. */
export async function wrap(key: string, text: string, bound: string): Promise<Wrapped> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(text);
  const data = await crypto.subtle.encrypt(algorithm(iv, bound), await imported(key), plain);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** null = another key, another place, or altered bytes */
export async function unwrap(key: string, wrapped: Wrapped, bound: string): Promise<string | null> {
  try {
    const how = algorithm(fromBase64(wrapped.iv), bound);
    const plain = await crypto.subtle.decrypt(how, await imported(key), fromBase64(wrapped.data));
    return new TextDecoder().decode(plain);
  } catch {
    return null;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
}

function imported(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
