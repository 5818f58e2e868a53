import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../utils/domain/failure.ts';
import { type FlatXml, flatXml } from '../../../utils/providers/standards/flat-xml.ts';

function read(text: string): FlatXml | string {
  try {
    return flatXml(text);
  } catch (error) {
    if (error instanceof Failure) return error.kind;
    throw error;
  }
}

const fieldsOf = (text: string) => {
  const answer = read(text);
  return typeof answer === 'string' ? answer : Object.fromEntries(answer.fields);
};

describe('XML of a device', () => {
  it('is one element with children of text', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?>\r\n<response>\r\n<a>1</a>\r\n<b></b><c/>\r\n</response>\r\n';
    expect(read(text)).toEqual({
      root: 'response',
      fields: new Map(Object.entries({ a: '1', b: '', c: '' })),
    });
    expect(read('<error></error>')).toEqual({ root: 'error', fields: new Map() });
  });

  it('knows the five entities that need no declaration', () => {
    expect(fieldsOf('<r><a>&lt;b&gt; &amp;amp; &quot;&apos;</a></r>')).toEqual({ a: `<b> &amp; "'` });
  });

  it('D16: leaves out what holds elements of its own', () => {
    expect(fieldsOf('<r><a>1</a><list><item>2</item><a>9</a></list><b>3</b></r>')).toEqual({
      a: '1',
      b: '3',
    });
  });

  it('D11: makes of __proto__ a name like any other', () => {
    const { fields } = flatXml('<r><__proto__>1</__proto__><constructor>2</constructor></r>');
    expect([...fields]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it.each([
    '',
    'OK',
    '{"a":1}',
    '<r>',
    '<r><a>1</r>',
    '<r><a>1</b></r>',
    '<r><a>1</a></r><r></r>',
    '<r>text</r>',
    '<r><a>1</a>text</r>',
    '<r x="1"><a>1</a></r>',
    '<r><a x="1">1</a></r>',
    '<r><a>1 < 2</a></r>',
    '<r><a>&b;</a></r>',
    '<r><a>&#49;</a></r>',
    '<r><a>1 & 2</a></r>',
    '<r><a><![CDATA[1]]> </a>b</r>',
    '<!DOCTYPE r [<!ENTITY a "1">]><r><a>&a;</a></r>',
    '<r><!-- 1 --><a>1</a></r>',
  ])('is not: %s', (text) => expect(read(text)).toBe('unreadable'));

  it.each([
    '<!DOCTYPE html><html></html>',
    '\n <html><body>1</body></html>',
    '<?xml version="1.0"?><!doctype HTML PUBLIC "x"><html/>',
    '<!-- portal --><html></html>',
    '<script>location = "/sign-in"</script>',
    '<META http-equiv="refresh" content="0;url=/">',
  ])('a page is a page: %s', (text) => expect(read(text)).toBe('intercepted'));

  it('D12, D13: is not read where it nests deep, or holds more than any device tells', () => {
    const deep = (levels: number) => `<r>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</r>`;
    expect(read(deep(5000))).toBe('unreadable');
    expect(read(`<r>${'<a>1</a>'.repeat(501)}</r>`)).toBe('unreadable');
    expect(fieldsOf(`<r>${'<a>1</a>'.repeat(500)}</r>`)).toEqual({ a: '1' });
  });

  it.each([
    ['children without an end', '<a>'],
    ['children that never close', '<a>1</a ><a>'],
    ['ends without a begin', '</r>'],
    ['roots in one another', '<r>'],
    ['many children', '<a>1</a>'],
    ['space', ' \n'],
    ['open brackets', '<'],
    ['comments', '<!-- -->'],
    ['comments that never close', '<!--'],
    ['ampersands', '&amp'],
  ])('D13: a megabyte of %s is gone through once, not again for each of its characters', (_what, piece) => {
    const much = piece.repeat(Math.ceil(2 ** 20 / piece.length));
    for (const text of [much, `<r>${much}&</r>`, `<r>${much}`, `<?xml ${much}`, `<r><a>1</a>${much}x</r>`]) {
      expect(read(text)).toBe('unreadable');
    }
  });

  it('D20: is read, or is a failure, whatever stands in it', () => {
    const parts = [
      '<',
      '>',
      '/',
      'a',
      'r',
      '&',
      ';',
      'amp',
      ' ',
      '<r>',
      '</r>',
      '<a>',
      '</a>',
      '<?xml ?>',
      '"',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (text) => {
        const answer = read(text.join(''));
        return typeof answer === 'string' ? answer !== 'offline' : answer.root !== '';
      }),
      { seed: 20, numRuns: 3000 },
    );
  });
});
