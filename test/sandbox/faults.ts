import type { Fault, FaultRule } from './fault-types.ts';

interface Active extends FaultRule {
  id: number;
  left: number | null;
  until: number | null;
}

/** The faults in force, newest first: the newest that matches is met. */
export interface Faults {
  add(rule: FaultRule, now: number): number;
  /** The fault that this request meets; counts it. */
  take(method: string, path: string, now: number): Fault | null;
  list(now: number): (FaultRule & { id: number; left: number | null })[];
  remove(id: number): void;
  clear(): void;
  /** Settles when a fault that was taken has been removed; that it is used up does not count. */
  removal(fault: Fault): Promise<void>;
}

export function createFaults(): Faults {
  let active: Active[] = [];
  let count = 0;
  const removals = new Map<number, { fault: Fault } & PromiseWithResolvers<void>>();
  const settle = (ids: Iterable<number>) => {
    for (const id of [...ids]) {
      removals.get(id)?.resolve();
      removals.delete(id);
    }
  };
  const drop = (now: number) => {
    active = active.filter((f) => (f.left ?? 1) > 0 && (f.until ?? Number.POSITIVE_INFINITY) > now);
  };
  return {
    add: (rule, now) => {
      count += 1;
      const until = rule.forMs === undefined ? null : now + rule.forMs;
      active.unshift({ ...rule, id: count, left: rule.times ?? null, until });
      removals.set(count, { fault: rule.fault, ...Promise.withResolvers<void>() });
      return count;
    },
    take: (method, path, now) => {
      drop(now);
      const met = active.find((f) => (f.method ?? method) === method && matches(f.path, path));
      if (met?.left) met.left -= 1;
      return met?.fault ?? null;
    },
    list: (now) => {
      drop(now);
      return active.map(({ until, ...rule }) => rule);
    },
    remove: (id) => {
      active = active.filter((f) => f.id !== id);
      settle([id]);
    },
    clear: () => {
      active = [];
      settle(removals.keys());
    },
    removal: async (fault) => {
      for (const known of removals.values()) if (known.fault === fault) return known.promise;
    },
  };
}

function matches(pattern: string, path: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(path);
}
