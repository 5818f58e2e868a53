import { browser } from 'wxt/browser';
import { badgeColours } from '../domain/colours.ts';
import type { Badge } from '../domain/glance.ts';
import { drawRing } from './ring-icon.ts';

/** Draws the badge, the ring and the tooltip. A refused colour or icon never stops the rest. */
export async function drawToolbar(badge: Badge, title: string): Promise<void> {
  const colours = badgeColours(badge.tone);
  await Promise.allSettled([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: colours.background }),
    browser.action.setBadgeTextColor({ color: colours.text }),
    browser.action.setTitle({ title }),
    browser.action.setIcon({ imageData: drawRing(badge) }),
  ]);
}
