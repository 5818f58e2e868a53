import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasNewZero, read } from '../support/hostile.ts';
import { type Told, toldIn } from '../support/tampered.ts';

/* Answers in XML that are broken or hostile; those in JSON are in the tests of every provider. */

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const ELEMENT = /<([A-Za-z]+)>([^<]*)<\/\1>/g;

const all = toldIn(FIXTURES, 'huawei-hilink').filter(({ bytes }) => bytes.length > 0);
const textOf = ({ bytes }: Told) => new TextDecoder().decode(bytes);

/** The answer with something else in the place of one element, for each of them. */
const changed = (told: Told, change: (name: string, value: string) => string) =>
  [...textOf(told).matchAll(ELEMENT)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
    const [before, after] = [textOf(told).slice(0, index), textOf(told).slice(index + whole.length)];
    return { name, body: new TextEncoder().encode(before + change(name, value) + after) };
  });

const element = (inside: string) => (name: string) => `<${name}>${inside}</${name}>`;
const NOTHING = {
  'left out': () => '',
  empty: element(''),
  blank: element(' \n'),
  closed: (name: string) => `<${name}/>`,
};
const OTHERS = {
  '2^53 + 1': element('9007199254740993'),
  NaN: element('NaN'),
  '-1': element('-1'),
  infinity: element('1e999'),
  'a megabyte of text': element('x'.repeat(2 ** 20)),
  'five thousand levels': element(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`),
  'a hundred thousand elements': element('<a>1</a>'.repeat(100_000)),
  'a hundred thousand of the same': (name: string) => element('0')(name).repeat(100_000),
  'markup between direction marks': element('\u202e&lt;img src=x onerror=alert(1)&gt;\u2066'),
  'elements in the place of text': element('<b>0</b>'),
  'an element named __proto__': () => '<__proto__>0</__proto__>',
};

describe('XML from a device', () => {
  it('was recorded in more than seven situations that are read', () => {
    const readings = all.filter(({ recorded }) => 'reading' in recorded.expect);
    expect(readings.length).toBeGreaterThan(20);
    expect(readings.flatMap((told) => changed(told, () => '')).length).toBeGreaterThan(100);
  });

  it.each(Object.entries(NOTHING))('D07: any element that is %s makes no zero', async (what, change) => {
    for (const told of all) {
      const before = await read(told, told.bytes);
      for (const { name, body } of changed(told, change)) {
        const after = await read(told, body, `${name} ${what}`);
        expect(hasNewZero(before, after), `${told.file}: ${name} ${what}`).toBe(false);
      }
    }
  });

  it.each(Object.entries(OTHERS))(
    'D20: %s in the place of any element is read, or is a failure',
    async (what, change) => {
      for (const told of all.slice(0, 12)) {
        const before = await read(told, told.bytes);
        for (const { name, body } of changed(told, change)) {
          const after = await read(told, body, `${what} for ${name}`);
          expect(hasNewZero(before, after), `${told.file}: ${what} for ${name}`).toBe(false);
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
