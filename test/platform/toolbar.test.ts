import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeColours } from '../../utils/domain/colours.ts';
import type { Badge } from '../../utils/domain/glance.ts';
import { drawToolbar } from '../../utils/platform/toolbar.ts';

const BADGE: Badge = {
  text: '3.1G',
  tone: 'low',
  ring: 0.4,
  stale: false,
  slow: false,
  lineId: 'a',
  reason: 'only',
};
const TITLE = 'Phone: 3.1 GB left';
const PARTS = [
  'setBadgeText',
  'setBadgeBackgroundColor',
  'setBadgeTextColor',
  'setTitle',
  'setIcon',
] as const;

beforeEach(() => {
  // Node draws nothing: a ring without a picture.
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => null;
    },
  );
  vi.stubGlobal('ImageData', class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A toolbar of which one part is refused by the browser; what each part was told. */
function toolbar(refused?: (typeof PARTS)[number]) {
  const told = new Map<string, unknown>();
  for (const part of PARTS)
    vi.spyOn(fakeBrowser.action, part).mockImplementation((async (details: unknown) => {
      if (part === refused) throw new TypeError('not a colour');
      told.set(part, details);
    }) as never);
  return told;
}

describe('the toolbar', () => {
  it.each(['setBadgeBackgroundColor', 'setBadgeTextColor', 'setIcon'] as const)(
    'F03: whose %s is refused still shows the figure and says it when pointed at',
    async (refused) => {
      const told = toolbar(refused);
      await expect(drawToolbar(BADGE, TITLE)).resolves.toBeUndefined();
      expect([told.get('setBadgeText'), told.get('setTitle')]).toEqual([{ text: '3.1G' }, { title: TITLE }]);
      expect([...told.keys()].toSorted()).toEqual(PARTS.filter((part) => part !== refused).toSorted());
    },
  );

  it('F03: is told the colour of its letters as well as that behind them', async () => {
    const told = toolbar();
    await drawToolbar(BADGE, TITLE);
    const { background, text } = badgeColours('low');
    expect(told.get('setBadgeBackgroundColor')).toEqual({ color: background });
    expect(told.get('setBadgeTextColor')).toEqual({ color: text });
  });
});
