import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToNetwork } from '../../utils/platform/network.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('back on a network', () => {
  it('is what a background with a window is told', () => {
    const here = new EventTarget();
    vi.stubGlobal('ononline', null);
    vi.stubGlobal('addEventListener', here.addEventListener.bind(here));
    const onBack = vi.fn();
    listenToNetwork(onBack);
    here.dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(1000);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('is what a service worker concludes when its connection changes, and only after it was off', () => {
    const connection = new EventTarget();
    const known = { onLine: true, connection };
    vi.stubGlobal('navigator', known);
    const onBack = vi.fn();
    listenToNetwork(onBack);
    const change = (onLine: boolean) => {
      known.onLine = onLine;
      connection.dispatchEvent(new Event('change'));
      vi.advanceTimersByTime(1000);
      return onBack.mock.calls.length;
    };
    expect([true, false, true, true, false, false, true].map(change)).toEqual([0, 0, 1, 1, 1, 1, 2]);
  });

  it('is told once it has settled, and once only where it comes and goes', () => {
    const here = new EventTarget();
    vi.stubGlobal('ononline', null);
    vi.stubGlobal('addEventListener', here.addEventListener.bind(here));
    const onBack = vi.fn();
    listenToNetwork(onBack);
    for (const after of [0, 900, 900]) {
      vi.advanceTimersByTime(after);
      here.dispatchEvent(new Event('online'));
    }
    vi.advanceTimersByTime(999);
    expect(onBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('is heard of by neither where the browser tells nothing', () => {
    vi.stubGlobal('navigator', { onLine: true });
    expect(() => listenToNetwork(vi.fn())).not.toThrow();
  });
});
