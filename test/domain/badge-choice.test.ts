import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../utils/domain/badge.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { SEVERITY_ORDER } from '../../utils/domain/line-state.ts';
import { aGlanceLine } from '../support/glance-line.ts';
import { aTopUp } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';
const SETTINGS = { units: 'decimal', badge: 'remaining' } as const;
const badge = (lines: GlanceLine[]) => badgeOf(lines, SETTINGS, NOW, 'UTC');
const lapsing = { state: 'lapsing', validUntil: { at: '2026-11-26T23:00:00Z', estimated: false } } as const;

describe('which line the badge shows', () => {
  const fine = aGlanceLine({ id: 'fine' });
  const low = aGlanceLine({ id: 'low', state: 'low' });
  const pinned = aGlanceLine({ id: 'pinned', pinned: true });

  it('none when there is none, or all are ignored', () => {
    const empty = { text: '', tone: 'quiet', ring: null, lineId: null, reason: 'none' };
    expect(badge([])).toMatchObject(empty);
    expect(badge([aGlanceLine({ ...lapsing, ignored: true, pinned: true })])).toMatchObject(empty);
  });

  it('the only one, and says so', () => {
    expect(badge([fine])).toMatchObject({ lineId: 'fine', reason: 'only' });
    expect(badge([fine, aGlanceLine({ ...lapsing, ignored: true })])).toMatchObject({ reason: 'only' });
  });

  it('the worst of several, and says what it needs', () => {
    expect(badge([fine, low])).toMatchObject({ lineId: 'low', reason: 'low', tone: 'low' });
  });

  it('the one with the least time left among equals, an unknown end last, then the one with the least data', () => {
    const later = aGlanceLine({ id: 'later', state: 'low', endsAt: '2026-12-03T10:00:00Z' });
    const sooner = aGlanceLine({ id: 'sooner', state: 'low', endsAt: '2026-11-23T10:00:00Z' });
    expect(badge([low, later, sooner]).lineId).toBe('sooner');
    expect(badge([low, later]).lineId).toBe('later');
    expect(badge([low, aGlanceLine({ id: 'less', state: 'low', share: 0.1 })]).lineId).toBe('less');
  });

  it('the pinned one, whatever the others need', () => {
    expect(badge([low, pinned])).toMatchObject({ lineId: 'pinned', reason: 'pinned' });
  });

  it('a number that lapses within seven days before a pinned line, the first to lapse before the others', () => {
    const first = aGlanceLine({ ...lapsing, id: 'first' });
    const second = aGlanceLine({
      ...first,
      id: 'second',
      validUntil: { at: '2026-11-27T23:00:00Z', estimated: false },
    });
    expect(badge([pinned, second, first])).toMatchObject({
      lineId: 'first',
      reason: 'lapsing',
      tone: 'attention',
    });
  });

  it('a pending top-up as the reason, unless something else needs the person', () => {
    const topUp = aTopUp({ state: 'paid' });
    expect(badge([fine, aGlanceLine({ ...low, topUp })])).toMatchObject({ lineId: 'low', reason: 'top-up' });
    expect(badge([aGlanceLine({ topUp, state: 'signed-out' })])).toMatchObject({
      text: '!',
      reason: 'signed-out',
    });
    expect(badge([aGlanceLine({ topUp: aTopUp({ state: 'credited' }) })])).toMatchObject({ reason: 'only' });
  });
});

it('keeps the order of the lines it was given', () => {
  const lines = [aGlanceLine({ id: 'a' }), aGlanceLine({ id: 'b', state: 'used-up' })];
  badgeOf(lines, SETTINGS, NOW, 'UTC');
  expect(lines.map(({ id }) => id)).toEqual(['a', 'b']);
});

const anyLine = fc.record({
  state: fc.constantFrom(...SEVERITY_ORDER),
  ignored: fc.boolean(),
  pinned: fc.boolean(),
  days: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
});

it('of any lines in any order is never ignored, and none is worse but for a pinned one', () => {
  const severity = ({ state }: GlanceLine) => SEVERITY_ORDER.indexOf(state);
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (given) => {
      const lines = given.map(({ days, ...rest }, index) => {
        const at =
          days === null
            ? null
            : new Date(Date.parse(NOW) + days * 86_400_000).toISOString().replace('.000', '');
        const validUntil = rest.state === 'lapsing' && at ? { at, estimated: false } : null;
        return aGlanceLine({ ...rest, id: `l${index}`, endsAt: at, validUntil });
      });
      const heeded = lines.filter(({ ignored }) => !ignored);
      const shown = lines.find(({ id }) => id === badge(lines).lineId);
      if (!shown) {
        expect(heeded).toEqual([]);
        return;
      }
      expect(shown.ignored).toBe(false);
      const worst = Math.min(...heeded.map(severity));
      const lapses = heeded.some(({ state }) => state === 'lapsing');
      if (lapses || !heeded.some(({ pinned }) => pinned)) expect(severity(shown)).toBe(worst);
      else expect(shown.pinned).toBe(true);
      const turned = lines.find(({ id }) => id === badge(lines.toReversed()).lineId);
      expect([turned?.state, turned?.endsAt]).toEqual([shown.state, shown.endsAt]);
    }),
    { seed: 88, numRuns: 500 },
  );
});
