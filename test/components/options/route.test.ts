import { expect, it } from 'vitest';
import { navHashOf, parseRoute } from '../../../entrypoints/options/route.ts';

it.each([
  ['', { section: 'lines' }],
  ['#lines', { section: 'lines' }],
  ['#add', { section: 'add', providerId: null }],
  ['#add/account-api', { section: 'add', providerId: 'account-api' }],
  ['#line/a-1', { section: 'line', lineId: 'a-1', signIn: false }],
  ['#line/a-1/sign-in', { section: 'line', lineId: 'a-1', signIn: true }],
  ['#line/a%2Fb', { section: 'line', lineId: 'a/b', signIn: false }],
  ['#top-up/a-1', { section: 'top-up', lineId: 'a-1' }],
  ['#alerts', { section: 'alerts' }],
  ['#appearance', { section: 'appearance' }],
  ['#data', { section: 'data' }],
  ['#about', { section: 'about' }],
])('the link %s leads to its section', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

it.each(['#nowhere', '#line', '#line/', '#top-up', '#line/%E0%A4%A', '##'])(
  'the link %s leads to the lines instead of nowhere',
  (hash) => {
    expect(parseRoute(hash)).toEqual({ section: 'lines' });
  },
);

it('whatever belongs to a line stands under the lines', () => {
  const hashes = ['#line/a', '#line/a/sign-in', '#top-up/a', '#add/x'];
  expect(hashes.map((hash) => navHashOf(parseRoute(hash)))).toEqual(hashes.map(() => '#lines'));
});
