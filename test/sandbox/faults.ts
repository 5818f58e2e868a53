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
}

export function createFaults(): Faults {
  let active: Active[] = [];
  let count = 0;
  const drop = (now: number) => {
    active = active.filter((f) => (f.left ?? 1) > 0 && (f.until ?? Number.POSITIVE_INFINITY) > now);
  };
  return {
    add: (rule, now) => {
      count += 1;
      const until = rule.forMs === undefined ? null : now + rule.forMs;
      active.unshift({ ...rule, id: count, left: rule.times ?? null, until });
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
    },
    clear: () => {
      active = [];
    },
  };
}

function matches(pattern: string, path: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(path);
}
