import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPointer, pointedAt, pointerTo } from '../../utils/domain/pointer.ts';

/** The document of RFC 6901, section 5. */
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('a JSON Pointer', () => {
  it.each([
    ['', DOCUMENT],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('"%s" points where the standard says', (pointer, value) => {
    expect(pointedAt(DOCUMENT, pointer)).toEqual(value);
  });

  it.each([
    '/none',
    '/foo/2',
    '/foo/-',
    '/foo/01',
    '/foo/length',
    '/foo/0/0',
    '/toString',
    '/__proto__',
    'foo',
  ])('"%s" points at nothing', (pointer) => {
    expect(pointedAt(DOCUMENT, pointer)).toBeUndefined();
  });

  it('leads back to whatever it was made for', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), fc.integer(), (keys, leaf) => {
        const value = keys.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), leaf);
        const pointer = keys.reduce<string>((at, key) => pointerTo(at, key), '');
        return isPointer(pointer) && pointedAt(value, pointer) === leaf;
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });
});
