import { expect } from 'vitest';
import { FAILURE_KINDS, Failure } from '../../utils/domain/failure.ts';
import { type Reading, readingSchema } from '../../utils/domain/reading.ts';
import { eachPlaceChanged, without } from './mutate.ts';
import { type Body, readTampered, secretsOf, type Told } from './tampered.ts';

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;
const KINDS: readonly string[] = FAILURE_KINDS;

/** The reading, checked for what every reading has to be; null for a failure of the closed list. */
export async function read(told: Told, body: Body, what = ''): Promise<Reading | null> {
  const place = `${told.file}, ${what}`;
  const addresses: string[] = [];
  const result = await readTampered(told, body, (address) => addresses.push(address)).catch(
    (error: unknown) => {
      throw new Error(`${place}: it threw what is no failure`, { cause: error });
    },
  );
  const said = [...addresses, ...(result instanceof Failure ? wordsOf(result) : [])];
  const leaks = secretsOf(told.recorded).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  if (leaks.some((secret) => said.some((text) => text.includes(secret))))
    expect.fail(`${place}: a secret in ${said}`);
  if (result instanceof Failure) {
    if (!KINDS.includes(result.kind)) expect.fail(`${place}: ${result.kind}`);
    return null;
  }
  const parsed = readingSchema.safeParse(result);
  if (!parsed.success) expect.fail(`${place}: ${parsed.error.message}`);
  const shown = [result.planName ?? '', ...result.buckets.map(({ label }) => label)];
  if (shown.some((text) => UNSEEN.test(text) || [...text].length > 80))
    expect.fail(`${place}: an unclean name`);
  return result;
}

/** Everything of a failure that could be stored, shown or logged, and of what caused it. */
function wordsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = Object.getOwnPropertyNames(error).filter((name) => name !== 'cause');
  const words = own.map((name) => String(Reflect.get(error, name)));
  return [...words, ...(error.cause === undefined ? [] : wordsOf(error.cause))];
}

/**
 * Whether a reading shows a zero that another of the same buckets does not. One that lost its "unlimited" may, and
 * where more is used than there was nothing is left.
 */
export function hasNewZero(before: Reading | null, after: Reading | null): boolean {
  if (!before || !after) return false;
  const zeros = ({ buckets, credit }: Reading) =>
    buckets.filter(({ remaining }) => remaining === 0).length + Number(credit?.amount === 0);
  const overused = after.buckets.filter(({ used, total }) => used !== null && total !== null && used > total);
  const unlimited = ({ buckets }: Reading) => buckets.filter((bucket) => bucket.unlimited).length;
  const comparable = after.buckets.length <= before.buckets.length && unlimited(after) >= unlimited(before);
  return comparable && zeros(after) - overused.length > zeros(before);
}

/** Everything an answer says, without where it says it. */
function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [JSON.stringify(value)];
}

/** Whether an answer of JSON says only what another says, though perhaps elsewhere or not all of it. */
export function saysNothingNew(original: unknown, text: string): boolean {
  if (original === undefined) return false;
  const left = leaves(original);
  return leaves(JSON.parse(text)).every((leaf) => {
    const at = left.indexOf(leaf);
    return at >= 0 && left.splice(at, 1).length > 0;
  });
}

/** Each place of the answers once, in the first two cases that have it. */
export function places(all: readonly Told[]): { told: Told; path: string }[] {
  const seen = new Map<string, number>();
  return all.flatMap((told) => {
    const here = new Set(eachPlaceChanged(told.value, without).map(({ path }) => `${told.at}${path}`));
    const fresh = [...here].filter((path) => (seen.get(path) ?? 0) < 2);
    for (const path of fresh) seen.set(path, (seen.get(path) ?? 0) + 1);
    return fresh.map((path) => ({ told, path: path.replace(/^\d+/, '') }));
  });
}
