// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../utils/domain/instant.ts';
import type { Validity } from '../../utils/domain/validity.ts';
import { fromNow, glanceLine, glanceOf, NOW } from '../support/glances.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';
import { type Language, wordsFor } from '../support/words.ts';

const RULE = { days: 90, after: 'top-up', from: '2026-09-01' } as const;

async function opened(validUntil: Validity | null, over: object = {}, language: Language = 'en') {
  const actions = fakeActions();
  const line = glanceLine({
    kind: 'number-keeping',
    headline: { kind: 'none' },
    buckets: [],
    credit: { amount: 460, currency: 'GBP' },
    validUntil,
    ...over,
  });
  renderPopup(glanceOf([line]), { actions, language });
  const heading = wordsFor(language).t('validityTitle');
  const section = (await screen.findByRole('heading', { name: heading })).parentElement;
  return { actions, line, section, text: section?.textContent ?? '' };
}

describe('a number in the popup', () => {
  it('is told with its date by the carrier, what is lost and what keeps it', async () => {
    const { text } = await opened({ at: fromNow(20 * DAY), estimated: false, toldAt: NOW });
    expect(text).toMatch(/The carrier says it is valid until \w+ \d+, 2026\./);
    expect(text).toContain('Top up before then, or the number and its credit of £4.60 may be lost.');
    expect(screen.queryByRole('button', { name: 'Change rule or date' })).toBeNull();
  });

  it('tells when the carrier said so, where that is some time ago', async () => {
    const { text } = await opened({ at: fromNow(20 * DAY), estimated: false, toldAt: fromNow(-9 * DAY) });
    expect(text).toMatch(/On \w+ \d+, 2026 the carrier said it is valid until/);
  });

  it.each([
    ['en', /By your rule, 90 days after the last top-up \(Sep 1, 2026\)/],
    ['zh_CN', /按你设的规则（最后一次充值 2026年9月1日 后 90 天）/],
    ['zh_TW', /依你設定的規則（最後一次儲值 2026年9月1日 後 90 天）/],
  ] as const)('tells that a date was reckoned by the rule of the person (%s)', async (language, words) => {
    const { text, actions, line } = await opened(
      { at: fromNow(9 * DAY), estimated: true, rule: RULE },
      {},
      language,
    );
    expect(text).toMatch(words);
    fireEvent.click(screen.getByRole('button', { name: wordsFor(language).t('validityChange') }));
    expect(actions.opened).toEqual([`#line/${line.id}`]);
  });

  it('is saved for the calendar with the days on which it is warned of', async () => {
    const end = { at: fromNow(20 * DAY), estimated: false };
    const { actions, line } = await opened(end, { warnDays: [5, 2] });
    fireEvent.click(screen.getByRole('button', { name: 'Save as calendar reminder' }));
    await waitFor(() => expect(actions.reminders).toHaveLength(1));
    expect(actions.reminders[0]).toMatchObject({
      uid: `data-balance-${line.id}`,
      warnDays: [5, 2],
      title: `${line.name}: number lapses`,
    });
  });

  it('D07: with no known end says so and offers a rule, and no date and no reminder', async () => {
    const { text, actions } = await opened(null);
    expect(text).toContain('The carrier does not say when this number lapses.');
    expect(screen.queryByRole('button', { name: 'Save as calendar reminder' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Choose a rule' }));
    expect(actions.opened).toHaveLength(1);
  });

  it('past its rule is not said to be lost for sure', async () => {
    const { text } = await opened({ at: fromNow(-3 * DAY), estimated: true, rule: RULE });
    expect(text).toContain('If you have topped up since, enter the day in the settings');
    expect(document.querySelector('.headline')?.textContent).toContain('Lapsed by your rule');
    expect(document.body.textContent).not.toContain('The number has lapsed');
    expect(screen.queryByRole('button', { name: 'Save as calendar reminder' })).toBeNull();
  });
});
