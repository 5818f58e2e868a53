import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_MAPPING,
  listAround,
  type Pick,
  picksIn,
  withoutPick,
  withPick,
} from '../../../entrypoints/options/map/map-draft.ts';
import { mappingFile, readMappingFile } from '../../../entrypoints/options/map/map-file.ts';
import { guess, guessedDetail } from '../../../entrypoints/options/map/map-guess.ts';
import { mappingIn } from '../../../utils/providers/standards/mapping.ts';

const SEED = { seed: 20_261_121, numRuns: 500 };

const ANSWER = {
  line: { plan: 'Harbour', credit: '12.40', currency: 'EUR', lapses: '12.03.2027' },
  bundles: [
    { name: 'A', left: 5, unit: 'GB', ends: 1796083200, unlimited: false },
    { name: 'B', left: 6, unit: 'GB', ends: 1796083200, unlimited: true },
  ],
};

const pick: fc.Arbitrary<Pick> = fc
  .tuple(
    fc.constantFrom('/left', '/left/0', '/a~1b'),
    fc.constantFrom(null, '/bundles', 'bundles[?left > `1`]'),
    fc.integer({ min: 0, max: 3 }),
  )
  .chain(([place, each, bucket]) => {
    const at = each === null ? place : `${each}/0${place}`;
    const common = { at, each, bucket };
    return fc.constantFrom<Pick>(
      { ...common, role: 'remaining', detail: { kind: 'amount', unit: 'MB' } },
      { ...common, role: 'total', detail: { kind: 'amount', unitAt: at } },
      { ...common, role: 'used', detail: { kind: 'amount', unit: '' } },
      { ...common, role: 'validUntil', detail: { kind: 'date', as: 'dmy', zone: 'UTC' } },
      { ...common, role: 'unlimited', detail: { kind: 'flag', is: 'true' } },
      { ...common, role: 'label', detail: { kind: 'text' } },
      { at: place, each: null, bucket, role: 'planName', detail: { kind: 'text' } },
      {
        at: place,
        each: null,
        bucket,
        role: 'credit',
        detail: { kind: 'money', currency: 'EUR', minor: true },
      },
      { at: place, each: null, bucket, role: 'lapse', detail: { kind: 'date', as: 'iso' } },
    );
  });

describe('a mapping made by pointing', () => {
  it('is one that the background takes, whatever was picked in whatever order', () => {
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 12 }), (picks) => {
        const mapping = picks.reduce(withPick, EMPTY_MAPPING);
        expect(mappingIn(JSON.stringify(mapping))).toEqual(mapping);
      }),
      SEED,
    );
  });

  it('is empty again when each pick was taken back', () => {
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 8 }), (picks) => {
        let mapping = picks.reduce(withPick, EMPTY_MAPPING);
        for (let [first] = picksIn(mapping); first; [first] = picksIn(mapping))
          mapping = withoutPick(mapping, first);
        expect(mapping).toEqual(EMPTY_MAPPING);
      }),
      SEED,
    );
  });

  it('knows the list that a value stands in', () => {
    expect(listAround(ANSWER, '/bundles/1/left')).toEqual({ each: '/bundles', at: '/left' });
    expect(listAround(ANSWER, '/line/plan')).toBeNull();
    expect(listAround({ figures: [1, 2] }, '/figures/0')).toBeNull();
    expect(listAround([{ left: 1 }], '/0/left')).toEqual({ each: '', at: '/left' });
  });
});

describe('what is offered for a value', () => {
  it.each([
    ['/bundles/0/left', 'remaining', { kind: 'amount', unitAt: '/bundles/0/unit' }],
    ['/bundles/0/ends', 'validUntil', { kind: 'date', as: 's' }],
    ['/bundles/0/unlimited', 'unlimited', { kind: 'flag', is: 'true' }],
    ['/line/credit', 'credit', { kind: 'money', currencyAt: '/line/currency', minor: false }],
    ['/line/plan', 'planName', { kind: 'text' }],
  ] as const)('%s is likely %s', (at, role, detail) => {
    expect(guess(ANSWER, at).role).toBe(role);
    expect(guessedDetail(role, ANSWER, at)).toEqual(detail);
  });

  it('is no unit where nothing tells one', () => {
    expect(guessedDetail('remaining', { left: 5 }, '/left')).toEqual({ kind: 'amount', unit: undefined });
    expect(guessedDetail('remaining', { leftMB: 5 }, '/leftMB')).toEqual({ kind: 'amount', unit: 'MB' });
    expect(guessedDetail('remaining', { left: '5 GB' }, '/left')).toEqual({ kind: 'amount', unit: 'text' });
  });
});

describe('a mapping file', () => {
  it('carries no header value that was typed, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(pick, { minLength: 1, maxLength: 6 }), (picks) => {
        const mapping = JSON.stringify(picks.reduce(withPick, EMPTY_MAPPING));
        const line = {
          url: 'https://api.carrier.example/usage',
          method: 'POST',
          body: '{"q":1}',
          headers: 'Authorization: Bearer sk-81ffe0\nX-Other: sk-other-2',
          mapping,
        };
        const text = mappingFile(line);
        expect(text).not.toMatch(/sk-/);
        expect(readMappingFile(text)).toMatchObject({
          url: line.url,
          method: 'POST',
          body: line.body,
          secretHeaders: ['authorization', 'x-other'],
          mapping: JSON.parse(mapping),
        });
      }),
      SEED,
    );
  });

  it('that is anything else is none, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => readMappingFile(text) === null),
      SEED,
    );
  });
});
