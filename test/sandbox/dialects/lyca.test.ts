import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox-types.ts';
import { startStill } from '../test-client.ts';
import { dialectsOf, fetchFrom, readDialect, readingOf } from './test-reading.ts';

/* What only this dialect has: a page instead of data, and one session for all lines of the site. */

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.lines.reset();
  dialectsOf(sandbox).clearLog();
});

it('the page shows the credit, and of each bundle its name, its end and what is left', async () => {
  await sandbox.control.lines.drain('esim', 2_345_678_901);
  await sandbox.control.lines.set('esim', { credit: -205 });
  const { buckets, credit } = await readingOf(sandbox, 'lyca', 'esim');
  expect(credit).toEqual({ amount: -205, currency: 'GBP' });
  expect(buckets.map(({ kind, remaining }) => [kind, remaining])).toEqual([['data', 2_350_000_000]]);
  expect(buckets[0]).toMatchObject({ validUntilEstimated: true, total: null });
  expect(buckets[0]?.validUntil).toMatch(/T2[23]:59:59Z$/);
});

it('a number that is only kept shows its credit, and no end of its own', async () => {
  const reading = await readingOf(sandbox, 'lyca', 'number-keeping');
  expect(reading).toMatchObject({ buckets: [], validUntil: null, credit: { currency: 'GBP' } });
});

it('a line without a password needs somebody to sign in', async () => {
  const outcome = await readDialect(sandbox, 'lyca', 'esim', { typed: { password: '' } });
  expect(outcome).toMatchObject({ kind: 'signed-out' });
  const asked = dialectsOf(sandbox)
    .log()
    .map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual(['GET /en/my-account/', 'GET /en/login/']);
});

it('a line that the carrier no longer has cannot be signed in to', async () => {
  await sandbox.control.lines.set('esim', { missing: 'gone' });
  expect(await readDialect(sandbox, 'lyca', 'esim')).toMatchObject({ kind: 'signed-out' });
});

it('a person signs in on its own page, and is told when number or password are wrong', async () => {
  const ask = fetchFrom(sandbox);
  const { number = '', password = '' } = dialectsOf(sandbox).fields('lyca', 'esim');
  const post = (pass: string) =>
    ask('https://www.lycamobile.co.uk/en/login/', {
      method: 'POST',
      credentials: 'include',
      body: new URLSearchParams({ mobile_no: number, pass }).toString(),
    });
  const page = () => ask('https://www.lycamobile.co.uk/en/my-account/', { credentials: 'include' });
  expect(await (await post('wrong')).text()).toContain('Invalid mobile number or password');
  expect((await page()).status).toBe(302);
  expect((await post(password)).status).toBe(303);
  expect(await (await page()).text()).toContain(`<span class="bdl-msisdn">${number}</span>`);
});
