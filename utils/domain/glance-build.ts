import { badgeOf } from './badge.ts';
import { GLANCE_VERSION, type Glance, type GlanceLine } from './glance.ts';
import type { Settings } from './settings.ts';

export interface GlanceInput extends Pick<Glance, 'revision' | 'locked' | 'notices'> {
  /** in the order of the person */
  lines: GlanceLine[];
  settings: Settings;
  now: Glance['builtAt'];
  /** IANA zone of the browser */
  zone: string;
}

/** The finished answer for all lines. */
export function buildGlance({ lines, settings, revision, locked, notices, now, zone }: GlanceInput): Glance {
  const { units, theme, badge } = settings;
  return {
    v: GLANCE_VERSION,
    revision,
    builtAt: now,
    lines,
    badge: badgeOf(lines, settings, now, zone),
    settings: { units, theme, badge },
    locked,
    notices,
  };
}
