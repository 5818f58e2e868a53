import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { byName } from '../domain/by-name.ts';
import { derivationSchema, type Wrapped, wrappedSchema } from './secret-crypto.ts';

/*
 * Secrets stand in sets: one key of `storage.local` for each line, and a head that says which set holds. A set is
 * written whole before the head points at it, so that a worker that dies on the way leaves either the old or the new.
 */

const HEAD_KEY = 'secrets';

export const secretSchema = z.object({
  values: byName(z.string()),
  oauth: z.nullable(
    z.object({
      accessToken: z.string(),
      refreshToken: z.nullable(z.string()),
      expiresAt: z.nullable(z.string()),
      issuer: z.string(),
    }),
  ),
});

/** What signs a line in: the provider's secret fields by name, and the tokens of an OAuth sign-in. */
export type LineSecret = z.infer<typeof secretSchema>;

const headSchema = z.object({
  v: z.literal(1),
  set: z.string(),
  /** null = the set stands in plain text. `proof` opens with the right passphrase only */
  wrapping: z.nullable(z.object({ ...derivationSchema.shape, proof: wrappedSchema })),
  /** a set of which rows may be left over from a change of passphrase */
  leftover: z.nullable(z.string()),
});
export type Head = z.infer<typeof headSchema>;

const rowSchema = z.union([wrappedSchema, secretSchema]);
export type SecretRow = Wrapped | LineSecret;

const FIRST: Head = { v: 1, set: 'first', wrapping: null, leftover: null };

/** Throws where the head cannot be read: guessing that there is none would store the next secret in plain text. */
export async function readHead(): Promise<Head> {
  const stored = (await browser.storage.local.get(HEAD_KEY))[HEAD_KEY];
  return stored === undefined || stored === null ? FIRST : headSchema.parse(stored);
}

export async function writeHead(head: Head): Promise<void> {
  await browser.storage.local.set({ [HEAD_KEY]: head });
}

const keyOf = (set: string, lineId: string) => `secret:${set}:${lineId}`;

/** null = none, or one that is damaged */
export async function readRow(set: string, lineId: string): Promise<SecretRow | null> {
  const key = keyOf(set, lineId);
  const parsed = rowSchema.safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success ? parsed.data : null;
}

export async function writeRow(set: string, lineId: string, row: SecretRow): Promise<void> {
  await browser.storage.local.set({ [keyOf(set, lineId)]: row });
}

export async function removeRow(set: string, lineId: string): Promise<void> {
  await browser.storage.local.remove(keyOf(set, lineId));
}

/** The lines that have a secret in that set. */
export async function lineIdsOf(set: string): Promise<string[]> {
  const prefix = keyOf(set, '');
  return (await allKeys()).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

export async function removeSet(set: string): Promise<void> {
  const prefix = keyOf(set, '');
  await browser.storage.local.remove((await allKeys()).filter((key) => key.startsWith(prefix)));
}

/** Everything of every set, and the head. */
export async function removeAllSets(): Promise<void> {
  const keys = (await allKeys()).filter((key) => key.startsWith('secret:'));
  await browser.storage.local.remove([...keys, HEAD_KEY]);
}

async function allKeys(): Promise<string[]> {
  return Object.keys(await browser.storage.local.get(null));
}
