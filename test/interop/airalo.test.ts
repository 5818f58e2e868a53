import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import { dialectsOf, readDialect, readingOf } from '../sandbox/dialects/test-reading.ts';
import type { Sandbox } from '../sandbox/sandbox-types.ts';
import { startStill } from '../sandbox/test-client.ts';
import type { LineId } from '../sandbox/vocabulary.ts';
import { leadTo, type Usage, usageByClient } from './airalo-client.ts';

/* The carrier's own client and our provider read the same eSIM of the sandbox: what one sees, the other sees. */

const ID = 'airalo-partner';
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

let sandbox: Sandbox;
let undo = () => {};

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
  undo = leadTo(dialectsOf(sandbox));
});
afterAll(async () => {
  undo();
  await sandbox.close();
});
beforeEach(() => sandbox.control.lines.reset());

const fieldsOf = (line: LineId) => dialectsOf(sandbox).fields(ID, line);
const of = ({ buckets }: Reading, kind: Bucket['kind']) => buckets.find((bucket) => bucket.kind === kind);

/** A reading in the words of the carrier's client, as far as the two tell the same. */
function inItsWords(reading: Reading): Omit<Usage, 'status'> {
  const [data, voice, text] = [of(reading, 'data'), of(reading, 'voice'), of(reading, 'sms')];
  return {
    remaining: (data?.remaining ?? Number.NaN) / MIB,
    total: (data?.total ?? Number.NaN) / MIB,
    expired_at: data?.validUntil?.replace('T', ' ').replace('Z', '') ?? null,
    is_unlimited: data?.unlimited ?? false,
    remaining_voice: (voice?.remaining ?? 0) / 60,
    total_voice: (voice?.total ?? 0) / 60,
    remaining_text: text?.remaining ?? 0,
    total_text: text?.total ?? 0,
  };
}

describe("Airalo's own client and our provider", () => {
  it.each([
    ['esim', 3 * GIB],
    ['esim', 77 * MIB],
    ['esim', 0],
    ['calling', GIB],
  ] as const)('read the same of the line %s with %i bytes left', async (line, left) => {
    await sandbox.control.lines.drain(line, left);
    const { status, ...usage } = await usageByClient(fieldsOf(line));
    const reading = await readingOf(sandbox, ID, line);
    expect(usage).toMatchObject({ remaining: left / MIB });
    expect(inItsWords(reading)).toEqual(usage);
    expect(of(reading, 'data')?.state).toBe(status === 'FINISHED' ? 'depleted' : 'active');
    expect(status).toBe(left === 0 ? 'FINISHED' : 'ACTIVE');
  });

  it.each([
    ['not-activated', 'NOT_ACTIVE'],
    ['expired', 'EXPIRED'],
  ] as const)('agree on a line that is %s', async (status, word) => {
    await sandbox.control.lines.set('esim', { status });
    expect(await usageByClient(fieldsOf('esim'))).toMatchObject({ status: word });
    expect(await readingOf(sandbox, ID, 'esim')).toMatchObject({ lineStatus: status });
  });

  it.each([
    ['a secret', { clientSecret: 'another' }, 'status code: 401', 'signed-out'],
    ['an eSIM', { iccid: '8944000000000000000' }, 'status code: 404', 'line-gone'],
  ])('both refuse %s that the carrier does not know', async (_what, typed, error, kind) => {
    await expect(usageByClient({ ...fieldsOf('esim'), ...typed })).rejects.toThrow(error);
    expect(await readDialect(sandbox, ID, 'esim', { typed })).toMatchObject({ kind });
  });
});
