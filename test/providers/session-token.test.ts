import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { withToken } from '../../utils/providers/standards/session-token.ts';
import { contextFor } from '../support/replay.ts';

const NOW = '2026-11-21T09:30:00Z';
const LATER = '2026-11-22T09:29:59Z';
const NEXT_DAY = '2026-11-22T09:30:00Z';
const NO_HTTP = { request: () => Promise.reject(new Error('not asked')) };

/** A carrier that gives t1, t2, ... and accepts those for which `accepts` says so. */
function carrier(accepts: (token: string) => boolean) {
  const context = contextFor(NO_HTTP, NOW);
  const log: string[] = [];
  let given = 0;
  const signIn = async () => {
    given += 1;
    log.push(`login ${given}`);
    return `t${given}`;
  };
  const poll = (now = NOW, evenIfNew = true) =>
    withToken({ ...context, now }, { signIn, evenIfNew }, async (token) => {
      log.push(`asked with ${token}`);
      if (!accepts(token)) throw new Failure('signed-out');
      return token;
    });
  return { context, log, poll };
}

describe('a token of a carrier', () => {
  it('is fetched once and kept for a day', async () => {
    const { log, poll } = carrier(() => true);
    expect([await poll(), await poll(LATER)]).toEqual(['t1', 't1']);
    expect(await poll(NEXT_DAY)).toBe('t2');
    expect(log).toEqual(['login 1', 'asked with t1', 'asked with t1', 'login 2', 'asked with t2']);
  });

  it('C18: is replaced once when it is refused, and then the person has to act', async () => {
    const { log, poll, context } = carrier(() => false);
    await expect(poll()).rejects.toMatchObject({ kind: 'signed-out' });
    expect(log).toEqual(['login 1', 'asked with t1', 'login 2', 'asked with t2']);
    expect(await context.memory.get('token')).toBeNull();
  });

  it('C18: is not replaced where it was fetched just now by a password', async () => {
    const { log, poll, context } = carrier(() => false);
    await expect(poll(NOW, false)).rejects.toMatchObject({ kind: 'signed-out' });
    expect(log).toEqual(['login 1', 'asked with t1']);
    expect(await context.memory.get('token')).toBeNull();
  });

  it('C18: that was kept and ran out is replaced by the password, once', async () => {
    const refused = new Set<string>();
    const { log, poll } = carrier((token) => !refused.has(token));
    await poll(NOW, false);
    refused.add('t1');
    expect(await poll(NOW, false)).toBe('t2');
    expect(log).toEqual(['login 1', 'asked with t1', 'asked with t1', 'login 2', 'asked with t2']);
  });

  it('is kept when something else goes wrong', async () => {
    const { context } = carrier(() => true);
    const source = { signIn: async () => 't1', evenIfNew: true };
    const down = () => Promise.reject(new Failure('carrier-down'));
    await expect(withToken(context, source, down)).rejects.toMatchObject({ kind: 'carrier-down' });
    expect(await withToken(context, { ...source, signIn: async () => 't2' }, async (token) => token)).toBe(
      't1',
    );
  });

  it('is not believed where what is kept is something else', async () => {
    const { context, poll } = carrier(() => true);
    for (const junk of ['', 'x', LATER, 'null']) {
      await context.memory.set('token', junk);
      expect(await poll(), junk).toMatch(/^t\d$/);
      await context.memory.set('token', null);
    }
  });
});
