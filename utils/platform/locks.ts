/** Locks shared by every context of the extension. They free themselves when their holder is killed. */
export interface WebLocks {
  /** Runs `work` if nobody holds `name`; otherwise answers null at once. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** Waits for `name`, then runs `work`. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Does anybody hold `name`? Asking takes it from nobody. */
  isHeld(name: string): Promise<boolean>;
}

export function createLocks(manager: LockManager = navigator.locks): WebLocks {
  return {
    ifFree: (name, work) => manager.request(name, { ifAvailable: true }, (lock) => (lock ? work() : null)),
    exclusive: (name, work) => manager.request(name, () => work()),
    isHeld: async (name) => ((await manager.query()).held ?? []).some((lock) => lock.name === name),
  };
}
