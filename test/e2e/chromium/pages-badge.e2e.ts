import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { badgeColours } from '../../../utils/domain/colours.ts';
import type { BadgeTone } from '../../../utils/domain/glance.ts';
import { chromiumOf } from '../../support/browsers/chromium.ts';
import type { Badge } from '../../support/browsers/contract.ts';
import { command } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const black = [0, 0, 0, 255];

const badges: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
  });

  const reads = (text: string): Promise<Badge> =>
    until(`a badge that reads ${text}`, async () => {
      const badge = await scene().browser.badge();
      return badge.text === text ? badge : null;
    });
  const hex = (color: readonly number[]) =>
    `#${color
      .slice(0, 3)
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('')}`;
  const textColour = async () => [...(await browser.action.getBadgeTextColor({}))];
  const wears = async (text: string, tone: BadgeTone) => {
    const { color } = await reads(text);
    const wanted = badgeColours(tone);
    expect(hex(color), text).toBe(wanted.background);
    expect(await scene().browser.background(textColour), text).toEqual(black);
    expect(wanted.text).toBe('#000000');
  };
  const leaves = async (bytes: number) => {
    await scene().sandbox.control.lines.drain('esim', bytes);
    await pass(scene(), 2 * HOURS);
  };

  it('F03: the badge has a colour of its own for each state, and black text that stands out from it', async () => {
    const { browser: chromium, desk, sandbox } = scene();
    await wears('3.1G', 'ok');
    await leaves(300_000_000);
    await wears('300M', 'low');
    await leaves(60_000_000);
    await wears('60M', 'critical');
    await chromium.revokeHost(sandbox.url);
    await wears('!', 'attention');
    await chromium.grantHost(sandbox.url);
    await reads('60M');
    await command(desk, 'edit-line', { lineId: id, edit: { paused: true } });
    await wears('60M', 'quiet');
    await command(desk, 'edit-line', { lineId: id, edit: { paused: false } });
  });

  it('F02: switched off and on, or started again, the badge is drawn from what is stored, and nobody is asked', async () => {
    const { browser: chromium, sandbox } = scene();
    const before = await reads('60M');
    await sandbox.control.clearLog();
    await chromiumOf(chromium).toggle();
    expect(await reads('60M')).toEqual(before);
    await chromium.restart();
    expect(await reads('60M')).toEqual(before);
    expect(sandbox.log()).toEqual([]);
  });
};

travel('chromium', 'badge', badges);
