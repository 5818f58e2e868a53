import { describe, expect, it } from 'vitest';
import { createHtmlReader } from '../../utils/platform/html.ts';
import { failureOf } from '../support/carrier.ts';
import { parseHtml } from '../support/html.ts';

const WANTED = { title: 'title', tile: 'div.tile', note: 'p.note > span' };

const page = (body: string) =>
  `<!doctype html><html><head><title>An Account</title></head><body>${body}</body></html>`;
const tiles = async (body: string) =>
  (await parseHtml(page(body), WANTED)).filter(({ is }) => is === 'tile').map(({ text }) => text);

describe('a page of a carrier', () => {
  it('gives what is looked for in the order of the page, by the name it was looked for under', async () => {
    const body =
      '<div class="tile">1</div><p class="note"><span>a</span> <b><span>no</span></b></p><div class="big tile">2</div>';
    expect(await parseHtml(page(body), WANTED)).toEqual([
      { is: 'title', text: 'An Account' },
      { is: 'tile', text: '1' },
      { is: 'note', text: 'a' },
      { is: 'tile', text: '2' },
    ]);
  });

  it('gives an element twice that was looked for under two names', async () => {
    expect(await parseHtml(page('<p class="x">1</p>'), { all: 'p', some: '.x' })).toEqual([
      { is: 'all', text: '1' },
      { is: 'some', text: '1' },
    ]);
  });

  it('is read as it is seen: entities, line breaks, and nothing that only looks like markup', async () => {
    expect(await tiles('<div class="tile">&euro;9,32<br>Top&nbsp;up<b>!</b></div>')).toEqual([
      '€9,32\nTop\u00a0up!',
    ]);
    expect(
      await tiles(
        '<!-- <div class="tile">1</div> --><script>"<div class=tile>2</div>"</script><template><div class="tile">3</div></template>',
      ),
    ).toEqual([]);
    expect(await tiles('<div class="tile"><script>1</script><style>b{}</style><!-- 2 -->3</div>')).toEqual([
      '3',
    ]);
  });

  it('may be no page at all', async () => {
    for (const text of ['', 'plain', '{"a":1}', '<', '\u0000'])
      expect(await parseHtml(text, WANTED)).toEqual([]);
  });

  it('D12: may nest deeply, and is refused before it is parsed where it nests deeper than any', async () => {
    const deep = (depth: number) => `${'<div>'.repeat(depth)}<div class="tile">1</div>`;
    expect(await tiles(deep(2000))).toEqual(['1']);
    expect(await tiles(`<div class="tile">${'<b>'.repeat(2000)}1`)).toEqual(['1']);
    for (const body of [deep(5000), '<b>'.repeat(100_000), '<'.repeat(100_000), '<b><i><u></b>'.repeat(1500)])
      expect((await failureOf(parseHtml(page(body), WANTED))).kind).toBe('unreadable');
  });

  it('D13: may have as many tags as a shop with all its menus, and not a hundred thousand', async () => {
    const items = (count: number) => '<li><a href="/x">x</a></li>'.repeat(count);
    expect(await tiles(`${items(3500)}<div class="tile">1</div>`)).toEqual(['1']);
    expect((await failureOf(parseHtml(page(items(5000)), WANTED))).kind).toBe('unreadable');
  });

  it('D13: is refused where it is too long, or holds too much of what is looked for', async () => {
    const refused = async (body: string) => (await failureOf(parseHtml(page(body), WANTED))).kind;
    expect(await refused('x'.repeat(2 ** 19))).toBe('unreadable');
    expect(await refused('<div class="tile">1</div>'.repeat(501))).toBe('unreadable');
    expect(await tiles('<div class="tile">1</div>'.repeat(499))).toHaveLength(499);
    expect(await refused('<div class="tile">'.repeat(400).concat('<b></b>'.repeat(1000)))).toBe('unreadable');
  });

  it('D13: gives no piece of more than a thousand characters', async () => {
    expect(await tiles(`<div class="tile">${'x'.repeat(5000)}</div>`)).toEqual(['x'.repeat(1000)]);
    expect(await tiles(`<div class="tile">${'<b>x</b>'.repeat(5000)}</div>`)).toEqual(['x'.repeat(1000)]);
  });

  it('is not parsed at all where it is too large', async () => {
    let parsed = 0;
    const reader = createHtmlReader(async () => {
      parsed += 1;
      return [];
    });
    await failureOf(reader('x'.repeat(2 ** 19 + 1), WANTED));
    await failureOf(reader('<p>'.repeat(3000), WANTED));
    expect(parsed).toBe(0);
    expect(await reader('x', WANTED)).toEqual([]);
  });
});
