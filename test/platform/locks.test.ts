import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Locks } from '../../utils/app/ports.ts';
import { createLocks, type WebLocks } from '../../utils/platform/locks.ts';

/** Work that ends when it is told to. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { work: () => promise, end: () => resolve('done') };
};

describe('a lock', () => {
  it('fits what the use cases ask for', () => {
    expectTypeOf<WebLocks>().toExtend<Locks>();
  });

  it('turns the second away at once while the first is at work, in whatever context', async () => {
    const { work, end } = held();
    const first = createLocks().ifFree('poll:a', work);
    expect(await createLocks().ifFree('poll:a', async () => 'second')).toBeNull();
    expect(await createLocks().ifFree('poll:b', async () => 'other')).toBe('other');
    end();
    expect(await first).toBe('done');
    expect(await createLocks().ifFree('poll:a', async () => 'third')).toBe('third');
  });

  it('can be looked at without being taken', async () => {
    const { work, end } = held();
    const locks = createLocks();
    const first = locks.exclusive('poll:c', work);
    expect(await createLocks().isHeld('poll:c')).toBe(true);
    expect(await locks.isHeld('poll:d')).toBe(false);
    end();
    await first;
    expect(await locks.isHeld('poll:c')).toBe(false);
  });

  it('lets the second wait where it must be run', async () => {
    const { work, end } = held();
    const order: string[] = [];
    const first = createLocks().exclusive('token', async () => order.push(await work()));
    const second = createLocks().exclusive('token', async () => order.push('second'));
    end();
    await Promise.all([first, second]);
    expect(order).toEqual(['done', 'second']);
  });

  it('is free again after work that failed', async () => {
    const locks = createLocks();
    await expect(locks.exclusive('token', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await locks.ifFree('token', async () => 1)).toBe(1);
  });
});
