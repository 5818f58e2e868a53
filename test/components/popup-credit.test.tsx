// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AlertKind, GlanceLine } from '../../utils/domain/glance.ts';
import { MINUTE } from '../../utils/domain/instant.ts';
import { bucket, fromNow, GB, glanceLine, glanceOf } from '../support/glances.ts';
import { renderPopup } from '../support/page.tsx';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const open = (kind: AlertKind) => ({ kind, key: kind, since: fromNow(0), days: null, label: null });
const ended = { kind: 'data', label: '5 GB', at: fromNow(-9 * MINUTE), usedUp: false } as const;
const burning: Partial<GlanceLine> = {
  state: 'credit-burn',
  credit: { amount: 860, currency: 'GBP' },
  burn: { since: fromNow(-4 * MINUTE), amount: 140, currency: 'GBP', label: '5 GB', ended },
  alerts: [open('credit-burn')],
};
const show = (over: Partial<GlanceLine>, language: (typeof LANGUAGE_NAMES)[number] = 'en') =>
  renderPopup(glanceOf([glanceLine(over)]), { language });

describe('credit that burns', () => {
  it.each([
    ['en', 'Credit is being used: £1.40 since 10:10 AM. “5 GB” ended at 10:05 AM.'],
    ['zh_CN', '正在消耗话费：10:10 起已扣 £1.40。“5 GB”已于 10:05 到期。'],
    ['zh_TW', '正在扣帳戶餘額：自 上午10:10 起已扣 £1.40。「5 GB」已於 上午10:05 到期。'],
  ] as const)('is told in %s with what happened', async (language, sentence) => {
    show(burning, language);
    const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
    expect(await screen.findByText((text) => plain(text) === sentence)).toBeTruthy();
  });

  it('names the bundle that was used up, or that still stands', async () => {
    const { burn } = burning;
    if (!burn) throw new Error('nothing burns');
    show({ ...burning, burn: { ...burn, ended: { ...ended, usedUp: true } } });
    expect(await screen.findByText(/“5 GB” was used up by/)).toBeTruthy();
    show({ ...burning, burn: { ...burn, ended: null } });
    expect(await screen.findByText(/although “5 GB” is not used up\.$/)).toBeTruthy();
  });

  it.each(LANGUAGE_NAMES)('stands as the state of the line where no alert tells it, in %s', (language) => {
    show({ ...burning, alerts: [] }, language);
    expect(screen.getByText(wordsFor(language).t('popupState_creditBurn'))).toBeTruthy();
  });
});

describe('calls and messages', () => {
  const words = { 'voice-low': 'alertVoiceLow', 'sms-used-up': 'alertSmsUsedUp' } as const;
  it.each(LANGUAGE_NAMES)('that run low stand as alerts in %s', async (language) => {
    show({ alerts: [open('voice-low'), open('sms-used-up')] }, language);
    for (const key of Object.values(words))
      expect(await screen.findByText(wordsFor(language).t(key))).toBeTruthy();
  });
});

describe('a line that goes on slowly', () => {
  const slow: Partial<GlanceLine> = {
    state: 'throttled',
    headline: { kind: 'data', remaining: 0, total: 20 * GB },
    share: 0,
    buckets: [bucket({ state: 'throttled', remaining: 0, throttledTo: 1_000_000 })],
  };

  it.each([
    ['en', 'Slowed to 1 Mb/s'],
    ['zh_CN', '已限速至 1 Mb/秒'],
    ['zh_TW', '已降速至 1 Mb/秒'],
  ] as const)('says so in %s, with the speed', (language, sentence) => {
    show(slow, language);
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('says so where the carrier tells no speed', () => {
    show({ ...slow, buckets: [bucket({ state: 'throttled', remaining: 0 })] });
    expect(screen.getByText('Slowed')).toBeTruthy();
  });

  it('is not said to have nothing left', async () => {
    show({ ...slow, alerts: [open('used-up')] });
    expect(await screen.findByText('The data at full speed is used up; it goes on at 1 Mb/s.')).toBeTruthy();
    expect(screen.queryByText('The data is used up.')).toBeNull();
  });
});

describe('what is held for other uses', () => {
  const apart: [string, string, Partial<GlanceLine['buckets'][number]>][] = [
    ['roaming', 'Roaming', { scope: 'roaming' }],
    ['the night', 'At night', { scope: 'night' }],
    ['certain apps', 'For certain apps', { scope: 'dedicated' }],
    ['free use', 'Does not count', { scope: 'zero-rated' }],
  ];
  it.each(apart)('stands apart, marked, for %s', async (_, tag, over) => {
    show({ buckets: [bucket(), bucket({ id: 'other', label: 'Other', ...over })] });
    expect((await screen.findByText('Other')).closest('dt')?.textContent).toBe(`Other${tag}`);
  });

  it('stands below, apart from all that can be used now, while it waits for its turn', async () => {
    show({ buckets: [bucket(), bucket({ id: 'next', label: 'Next', state: 'queued' })] });
    const title = await screen.findByRole('heading', { name: 'Waiting to start' });
    expect(title.parentElement?.textContent).toContain('Next');
  });
});
