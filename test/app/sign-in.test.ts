import { describe, expect, it, vi } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { pollsOf } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { signIn } from '../support/app-sign-in.ts';
import { sessionItems } from '../support/app-stored.ts';
import { startWorld, type World } from '../support/app-world.ts';

const TOKEN = 'POST /oauth/token';

/** A line whose person signed in at the carrier's window. */
async function signedIn(): Promise<{ world: World; lineId: string }> {
  const world = await startWorld();
  const signInId = await signIn(world);
  const lineId = await world.addLine('esim', { signInId, secrets: {} });
  await world.sandbox.control.clearLog();
  return { world, lineId };
}

const asks = async (world: World, what: string) =>
  (await world.asked()).filter((asked) => asked === what).length;
const secretOf = (world: World, lineId: string) => world.deps.secrets.get(lineId);

describe('a line that signed in at its carrier', () => {
  it('is read with a token that stands with the secrets and nowhere else', async () => {
    const { world, lineId } = await signedIn();
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
    const secret = await secretOf(world, lineId);
    expect(secret?.oauth?.accessToken).toBeTruthy();
    const kept = JSON.stringify(await sessionItems());
    expect(kept).not.toContain(secret?.oauth?.accessToken);
    expect(kept).not.toContain(secret?.oauth?.refreshToken);
  });

  it('C18: whose token is refused gets a new one once, without a word to the person', async () => {
    const { world, lineId } = await signedIn();
    await world.sandbox.control.tokens.expireAccess();
    await world.pass(MINUTE);
    await world.command.refresh({ lineId });
    expect(await asks(world, TOKEN)).toBe(1);
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
    expect(titles(world)).toEqual([]);
  });

  it('C18: whose sign-in was ended tries once, then asks to sign in again and asks the carrier no more', async () => {
    const { world, lineId } = await signedIn();
    await world.sandbox.control.tokens.revoke();
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    expect(await asks(world, TOKEN)).toBe(1);
    for (let hours = 0; hours < 4; hours++) {
      await world.pass(24 * HOUR);
      await pollDue(world.deps);
    }
    expect(await asks(world, TOKEN)).toBe(1);
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'signed-out' });
    expect((await world.glanceLine(lineId)).headline.kind).toBe('data');
    expect(titles(world)).toHaveLength(1);
  });

  it.each([
    ['before', 0],
    ['after', 2 * HOUR],
  ])(
    'C18: is not tried more often because a checkout is pending, %s its token has run out',
    async (_, wait) => {
      const { world, lineId } = await signedIn();
      await world.command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } });
      await world.sandbox.control.tokens.revoke();
      await world.pass(wait);
      await world.sandbox.control.clearLog();
      for (let minutes = 0; minutes < 20; minutes++) {
        await world.pass(MINUTE);
        await pollDue(world.deps);
      }
      expect(await asks(world, TOKEN)).toBe(1);
      expect(await pollsOf(world)).toBeLessThanOrEqual(1);
    },
  );

  it('C18: with a pasted token that is refused is asked once and no more', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.sandbox.control.tokens.revoke();
    await world.sandbox.control.clearLog();
    for (let hours = 0; hours < 3; hours++) {
      await world.pass(7 * HOUR);
      await pollDue(world.deps);
    }
    expect(await world.asked()).toEqual(['GET /v1/lines/esim/balance']);
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'signed-out' });
  });

  it('signed in again, it is read at once, even where its budget is used up it is not forgotten', async () => {
    const { world, lineId } = await signedIn();
    await world.sandbox.control.tokens.revoke();
    for (let clicks = 0; clicks < 8; clicks++) {
      await world.pass(MINUTE);
      await world.command.refresh({ lineId });
    }
    await world.command['sign-in-again']({ lineId, signInId: await signIn(world) });
    expect((await world.glanceLine(lineId)).failure).toBeNull();
    await world.pass(HOUR);
    await pollDue(world.deps);
    expect((await world.glanceLine(lineId)).checkedAt).toBe('2026-03-02T11:08:00Z');
  });

  it('removed while its person signs in again, it leaves no token behind', async () => {
    const { world, lineId } = await signedIn();
    const signInId = await signIn(world);
    await world.command['remove-line']({ lineId, keepReceipts: false });
    await expect(world.command['sign-in-again']({ lineId, signInId })).rejects.toMatchObject({
      reply: { kind: 'gone' },
    });
    expect(await world.deps.secrets.has(lineId)).toBe(false);
    expect(Object.keys(await sessionItems())).not.toContainEqual(expect.stringContaining('sign'));
  });

  it('whose sign-in the browser has forgotten before it was saved is not saved without one', async () => {
    const world = await startWorld();
    const signInId = await signIn(world);
    const next = await world.restart('browser');
    await expect(next.addLine('esim', { signInId, secrets: {} })).rejects.toMatchObject({
      kind: 'signed-out',
    });
    expect(await next.deps.store.lines()).toEqual([]);
  });
});

describe('the values that a carrier is asked with', () => {
  it('are replaced once they read; a wrong token changes nothing', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    const before = await secretOf(world, lineId);
    const draft = world.draft('esim', { secrets: { token: 'wrong' } });
    await expect(world.command['replace-line']({ lineId, draft })).rejects.toMatchObject({
      kind: 'signed-out',
    });
    expect(await secretOf(world, lineId)).toEqual(before);
    const token = await world.sandbox.control.tokens.create();
    await world.command['replace-line']({ lineId, draft: world.draft('esim', { secrets: { token } }) });
    expect((await secretOf(world, lineId))?.values).toEqual({ token });
  });

  it('keep a secret that was not typed anew, but send it to no other host', async () => {
    const { world, lineId } = await signedIn();
    const same = { secrets: {}, secretFrom: lineId };
    await world.command['replace-line']({ lineId, draft: world.draft('data-card', same) });
    expect((await world.deps.store.line(lineId))?.fields.line).toBe('data-card');
    expect((await secretOf(world, lineId))?.oauth).not.toBeNull();
    await world.sandbox.control.clearLog();
    const elsewhere = { baseUrl: world.sandbox.otherOrigin.url, line: 'esim' };
    const draft = world.draft('esim', { ...same, fields: elsewhere });
    for (const name of ['try-line', 'list-lines'] as const)
      await expect(world.command[name]({ draft })).rejects.toMatchObject({ field: 'token' });
    await expect(world.command['replace-line']({ lineId, draft })).rejects.toMatchObject({ field: 'token' });
    expect(world.sandbox.otherOrigin.log()).toEqual([]);
  });

  it('of another line make no top-up of what that has more', async () => {
    const world = await startWorld();
    await world.sandbox.control.speed(0);
    const lineId = await world.addLine('esim');
    const { topUpId } = await world.command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } });
    await world.sandbox.control.faults.add({
      path: '/v1/checkouts/*',
      fault: { kind: 'status', status: 503 },
    });
    await world.command['replace-line']({ lineId, draft: world.draft('data-card', { secretFrom: lineId }) });
    await world.pass(MINUTE);
    await pollDue(world.deps);
    expect(await world.deps.store.topUp(topUpId)).toMatchObject({ state: 'open', rises: [] });
    expect(titles(world)).toEqual([]);
  });

  it('replaced while a poll is under way, what that brings is of another line and is thrown away', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.pass(MINUTE);
    const asked = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    world.network.fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).includes('/esim/')) return answer;
      asked.resolve();
      await goOn.promise;
      return answer;
    };
    const poll = world.command.refresh({ lineId });
    await asked.promise;
    const draft = world.draft('data-card', { secretFrom: lineId });
    const replaced = world.command['replace-line']({ lineId, draft });
    // The new line reads before it waits for the poll of the old one to end.
    await vi.waitUntil(async () => (await world.deps.store.line(lineId))?.fields.line === 'data-card');
    goOn.resolve();
    await Promise.all([poll, replaced]);
    const samples = await world.deps.store.samples(lineId, '');
    expect(samples.map(({ total }) => total)).toEqual([5_000_000_000, expect.any(Number)]);
    expect(samples.at(-1)?.total).not.toBe(5_000_000_000);
    expect((await world.deps.store.reading(lineId))?.reading.planName).not.toBe('Traveller 5 GB');
  });
});
