import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { providers } from '../../utils/providers/registry.ts';
import { hasNewZero, places, read, saysNothingNew } from '../support/hostile.ts';
import { eachPlaceChanged, mutated, seeded, withItem, without } from '../support/mutate.ts';
import { secretsOf, type Told, toldIn } from '../support/tampered.ts';

/* What every provider makes of answers that are broken or hostile, begun from its recorded cases. */

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const MUTATIONS = Number(process.env.MUTATIONS ?? 20_000);
const LARGEST = 20_000;
vi.setConfig({ testTimeout: 120_000 });

const asking = providers.map(({ id }) => id).filter((id) => id !== 'demo');

/** Nothing, in all the ways in which it is told. */
const NOTHING: Readonly<Record<string, unknown>> = { null: null, '""': '', '[]': [], '{}': {} };
const OTHERS: Readonly<Record<string, unknown>> = {
  '2^53 + 1': JSON.parse('9007199254740993'),
  '"NaN"': 'NaN',
  'a megabyte of text': 'x'.repeat(2 ** 20),
  'fifty lists in one another': JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`),
  'markup between direction marks': '\u202e<img src=x onerror=alert(1)>\u2066\u0000\u200b',
};

/** Everything with `item` in one place of it. */
const replaced = (value: unknown, item: unknown) =>
  eachPlaceChanged(value, (container, key) => withItem(container, key, item));

/** Whether a later exchange answers the same request, after a sign-in. */
function isAskedAgain({ recorded: { exchanges }, at }: Told): boolean {
  const { method, path } = exchanges[at]?.request ?? {};
  return exchanges.slice(at + 1).some(({ request }) => request.method === method && request.path === path);
}

describe.each(asking)('%s', (id) => {
  const all = toldIn(FIXTURES, id).filter(({ bytes }) => bytes.length <= LARGEST);
  const json = all.filter(({ value }) => value !== undefined);

  it('has answers to tamper with', () =>
    expect(all.length, `record more answers in test/fixtures/${id}/`).toBeGreaterThan(7));

  it(`D20: ${MUTATIONS} mutations end as a reading or a failure, and no zero comes of nothing`, async () => {
    const random = seeded(id.length);
    const before = await Promise.all(all.map((told) => read(told, told.bytes)));
    const outcomes = { read: 0, failed: 0 };
    for (let round = 0; round < MUTATIONS; round += 1) {
      const told = all[round % all.length];
      if (!told) break;
      const body = mutated(told.bytes, random);
      const text = new TextDecoder().decode(body);
      const after = await read(told, body, text);
      outcomes[after ? 'read' : 'failed'] += 1;
      if (hasNewZero(before[round % all.length] ?? null, after) && saysNothingNew(told.value, text)) {
        expect.fail(`${told.file}: a zero out of nothing in ${text}`);
      }
    }
    // Both ends of the road have to be travelled, or the mutations show nothing.
    expect(Math.min(outcomes.read, outcomes.failed)).toBeGreaterThan(MUTATIONS / 50);
  });

  it('D17: without any one of its fields no zero comes of it', async () => {
    for (const told of json) {
      const before = await read(told, told.bytes);
      for (const { path, result } of eachPlaceChanged(told.value, without)) {
        const after = await read(told, { value: result }, `without ${path}`);
        expect(hasNewZero(before, after), `${told.file} without ${path}`).toBe(false);
      }
    }
  });

  it.each(Object.entries(NOTHING))('D07: %s in the place of anything is no zero', async (what, value) => {
    for (const told of json) {
      const before = await read(told, told.bytes);
      for (const { path, result } of replaced(told.value, value)) {
        const after = await read(told, { value: result }, `${what} for ${path}`);
        expect(hasNewZero(before, after), `${told.file}: ${what} for ${path}`).toBe(false);
      }
    }
  });

  it.each(Object.entries(OTHERS))(
    'D20: %s in the place of anything ends as a reading or a failure, and is no zero',
    async (what, value) => {
      for (const { told, path } of places(json)) {
        const before = await read(told, told.bytes);
        const here = replaced(told.value, value).find((change) => change.path === path);
        const after = await read(told, { value: here?.result }, `${what} for ${path}`);
        expect(hasNewZero(before, after), `${told.file}: ${what} for ${path}`).toBe(false);
      }
    },
  );

  it('G06: a secret that the carrier sends back in any place stands in no failure, log or address', async () => {
    const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    for (const { told, path } of places(json)) {
      for (const secret of secretsOf(told.recorded)) {
        const echoes = [
          ...replaced(told.value, secret),
          ...replaced(told.value, { [secret]: secret }),
          ...replaced(told.value, [`no ${secret} here`]),
        ];
        for (const { result } of echoes.filter((change) => change.path === path))
          await read(told, { value: result }, `a secret for ${path}`);
      }
    }
    for (const log of logs) {
      expect(log.mock.calls).toEqual([]);
      log.mockRestore();
    }
  });

  it('D08: -1 in the place of anything ends as a reading without negative figures, or a failure', async () => {
    for (const { told, path } of places(json)) {
      const here = replaced(told.value, -1).find((change) => change.path === path);
      await read(told, { value: here?.result }, `-1 for ${path}`);
    }
  });

  it('D13: a hundred thousand of anything end as a reading or a failure', async () => {
    for (const { told, path } of places(json)) {
      const many = eachPlaceChanged(told.value, (container, key) => {
        const [, items] = Object.entries(container).find(([name]) => name === key) ?? [];
        return Array.isArray(items)
          ? withItem(container, key, Array(100_000).fill(items[0] ?? {}))
          : container;
      });
      const here = many.find((change) => change.path === path && Array.isArray(change.old));
      if (here) await read(told, { value: here.result }, `many for ${path}`);
    }
    for (const told of json.slice(0, 10))
      await read(told, { value: Array(100_000).fill(told.value) }, 'many');
  });

  it('D12: ten thousand levels in the place of anything are refused', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    for (const { told, path } of places(json)) {
      const here = replaced(told.value, '@deep').find((change) => change.path === path);
      const text = JSON.stringify(here?.result).replace('"@deep"', () => deep);
      expect(await read(told, new TextEncoder().encode(text), `deep in ${path}`)).toBeNull();
    }
  });

  it('D11: keys like __proto__ change neither the reading nor anything else', async () => {
    const evil =
      '"__proto__":{"polluted":1,"remaining":0,"limit":0},"constructor":{"prototype":{"polluted":1}},"valueOf":1';
    for (const told of json) {
      const text = new TextDecoder().decode(told.bytes).replaceAll('{"', `{${evil},"`);
      const body = new TextEncoder().encode(text);
      expect(await read(told, body, 'evil keys'), told.file).toEqual(await read(told, told.bytes));
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a page in the place of any answer is a failure, unless the answer is asked for anew', async () => {
    const page = new TextEncoder().encode('\n<!doctype html><html><body>0 GB</body></html>');
    for (const told of all) {
      const outcome = await read(told, page, 'a page');
      // Where a refusal stands in the answer itself, a page in its place is none, and nothing is asked anew.
      const sound = outcome !== null && isAskedAgain(told) ? await read(told, told.bytes) : null;
      expect(outcome, told.file).toEqual(sound);
    }
  });
});
