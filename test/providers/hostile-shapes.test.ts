import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { headlineOf } from '../../utils/domain/headline.ts';
import { type Reading, readingSchema } from '../../utils/domain/reading.ts';
import { balance, json, LINE, readBalance, verdictOn } from '../support/carrier.ts';
import { eachPlaceChanged, without } from '../support/mutate.ts';

const HEADLINE = { kind: 'data', remaining: 2_500_000_000, total: 4_000_000_000 };

async function read(body: unknown): Promise<Reading> {
  const result = await readBalance(() => json(body));
  if (result instanceof Failure) throw result;
  return result;
}

/** Every way of leaving one field out, however deep: where it stood, and what is left. */
const eachFieldDropped = (value: unknown) =>
  eachPlaceChanged(value, without).filter(({ path }) => !path.endsWith('[]'));

describe('answers of another shape', () => {
  it('D10: of a key that stands twice the last counts', async () => {
    const text = JSON.stringify(balance()).replace('"planName":"Plus"', '"planName":"Old","planName":"New"');
    expect(await readBalance(() => new Response(text))).toMatchObject({ planName: 'New' });
  });

  it('D11: keys like __proto__ change neither the reading nor anything else', async () => {
    const evil =
      '"__proto__":{"polluted":1,"remaining":0},"constructor":{"prototype":{"polluted":1}},"toString":1';
    const text = JSON.stringify(balance()).replaceAll('{"', `{${evil},"`);
    expect(await readBalance(() => new Response(text))).toEqual(await read(balance()));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('D11: no key whatever pollutes anything', async () => {
    const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'valueOf', '');
    await fc.assert(
      fc.asyncProperty(keys, fc.jsonValue(), async (key, value) => {
        const added = `{${JSON.stringify(key)}:${JSON.stringify(value)},`;
        const text = JSON.stringify(balance()).replaceAll('{', () => added);
        const result = await readBalance(() => new Response(text.replaceAll(',}', '}')));
        return result instanceof Failure || headlineOf(result).kind === 'data';
      }),
      { seed: 11, numRuns: 200 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('D13: a hundred thousand bundles are refused', async () => {
    const buckets = Array.from({ length: 100_000 }, () => 0);
    expect(await verdictOn(JSON.stringify(balance({ buckets })))).toBe('unreadable');
    const [bucket] = balance().buckets;
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...bucket, id: `b${at}`, label: '' }));
    expect((await read(balance({ buckets: many(500) }))).buckets).toHaveLength(500);
    expect(await verdictOn(JSON.stringify(balance({ buckets: many(501) })))).toBe('unreadable');
  });

  it('D13: a name of ten million characters is refused, one of half a million is cut', async () => {
    expect(await verdictOn(JSON.stringify(balance({ planName: 'x'.repeat(10_000_000) })))).toBe('unreadable');
    expect((await read(balance({ planName: 'x'.repeat(500_000) }))).planName).toBe('x'.repeat(80));
    expect(await verdictOn(JSON.stringify(balance({}, { id: 'x'.repeat(201) })))).toBe('unreadable');
  });

  it('D14: nothing unseen is left in a name, and at most eighty code points of it', async () => {
    const nasty = fc.string({
      unit: fc.integer({ min: 0, max: 0x30ff }).map((code) => String.fromCodePoint(code)),
    });
    await fc.assert(
      fc.asyncProperty(nasty, async (name) => {
        const { planName, buckets } = await read(balance({ planName: name }, { label: name }));
        const shown = [planName ?? '', buckets[0]?.label ?? ''];
        const unseen = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
        return shown.every((text) => !unseen.test(text) && [...text].length <= 80);
      }),
      { seed: 14, numRuns: 500 },
    );
  });

  it('D14: what can be seen stays as it was', async () => {
    const names = [
      'Roaming & Más 10 GB',
      '月租方案（大）',
      'باقة 5 جيجا',
      '<img src=x onerror=alert(1)>',
      'e\u0301té',
    ];
    for (const name of names) expect((await read(balance({ planName: name }))).planName).toBe(name);
  });

  it('D16: fields that are new change nothing', async () => {
    const more = {
      ...balance({ fresh: { a: [1] } }, { fresh: 'x', remaining_gb: 0 }),
      status: 'ok',
      data: null,
    };
    expect(await read(more)).toEqual(await read(balance()));
  });

  it('D16: words that are new never count toward the headline, and never end a line', async () => {
    expect((await read(balance({}, { kind: 'satellite' }))).buckets[0]?.kind).toBe('other');
    expect(headlineOf(await read(balance({}, { scope: 'gaming' })))).toEqual({ kind: 'none' });
    expect((await read(balance({ lineStatus: 'merged' }))).lineStatus).toBe('unknown');
    expect(headlineOf(await read(balance({}, { state: 'boosted' })))).toEqual(HEADLINE);
  });

  it.each(eachFieldDropped(balance()))(
    'D17: without $path the carrier changed its data, or the figure stands',
    async ({ result: left }) => {
      const result = await readBalance(() => json(left));
      if (result instanceof Failure) return expect(result.kind).toBe('unreadable');
      expect(readingSchema.safeParse(result).success).toBe(true);
      expect(headlineOf(result)).toEqual(HEADLINE);
      expect(result.lineStatus).toBe('active');
    },
  );

  it('D17: without both figures that tell it, the remaining data is unknown', async () => {
    const renamed = balance({}, { used: undefined, remaining: undefined, left: 2_500_000_000 });
    expect(headlineOf(await read(renamed))).toEqual({ kind: 'unknown' });
  });

  it.each(['lineId', 'id'])('D18: the balance of another line is discarded, told as %s', async (name) => {
    const { lineId: _lineId, ...rest } = balance();
    expect(await verdictOn(JSON.stringify({ ...rest, [name]: 'l-205' }))).toBe('unreadable');
    expect(await verdictOn(JSON.stringify({ ...rest, [name]: LINE.line }))).toBe('read');
  });
});
