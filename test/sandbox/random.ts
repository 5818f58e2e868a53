import { createHash, randomBytes } from 'node:crypto';

/** Five numbers, each 0 <= n < 1, always the same for the same words. */
export function drawn(...words: (string | number)[]): [number, number, number, number, number] {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  const at = (index: number) => digest.readUIntBE(index * 6, 6) / 2 ** 48;
  return [at(0), at(1), at(2), at(3), at(4)];
}

const LETTERS = 'bcdfghjklmnpqrstvwxz';

/** An opaque id of letters alone, so that nothing in an address looks like a number or a name. */
export function opaqueId(length = 26): string {
  return Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A secret that fits a header and a form. */
export function secret(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
