// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fromNow, glanceLine } from '../../support/glances.ts';
import { describedBy, type OpenPage, openOptionsPage, type } from '../../support/options-page.tsx';
import type { WorldOptions } from '../../support/options-world.ts';
import { type Language, wordsFor } from '../../support/words.ts';

async function opened(options: WorldOptions = {}, language: Language = 'en'): Promise<OpenPage> {
  const line = glanceLine({ id: 'a', kind: 'number-keeping', validUntil: null });
  return openOptionsPage('#line/a', { lines: [line], ...options }, language);
}

function card(language: Language = 'en'): HTMLElement {
  return screen.getByRole('region', { name: wordsFor(language).t('validityTitle') });
}

function save(language: Language = 'en'): void {
  const name = wordsFor(language).t('optionsSave');
  fireEvent.click(within(card(language)).getByRole('button', { name }));
}

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

describe('by which rule a number lapses', () => {
  it.each(['en', 'zh_CN', 'zh_TW'] as const)(
    'is chosen with its days and the day of the last top-up (%s)',
    async (language) => {
      const { asked, words } = await opened({}, language);
      choose(words.t('lineLapseTopUp'));
      type(words.t('lineLapseDays'), '180');
      type(words.t('lineLapseLast'), '2026-01-02');
      type(words.t('lineLapseWarn'), '1，60 7,7');
      save(language);
      const rule = { days: 180, after: 'top-up', lastOn: '2026-01-02' };
      await waitFor(() =>
        expect(asked).toEqual([
          { name: 'edit-line', input: { lineId: 'a', edit: { lapse: { warnDays: [60, 7, 1], rule } } } },
        ]),
      );
    },
  );

  it('is none before the person chooses, and the steps stay the default', async () => {
    const { asked } = await opened();
    expect(screen.queryByLabelText('Days')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Warn so many days before').value).toBe('30, 14, 7, 3, 1');
    save();
    await waitFor(() =>
      expect(asked[0]?.input).toEqual({ lineId: 'a', edit: { lapse: { warnDays: null, rule: null } } }),
    );
  });

  it.each([
    ['Days', '0', 'Enter whole days, from 1 to 3650.'],
    ['Days', '', 'Enter whole days, from 1 to 3650.'],
    ['Day of the last top-up', '2999-01-01', 'This day is still to come. Enter the day on which it was.'],
    [
      'Warn so many days before',
      '7, soon',
      'Enter whole days from 1 to 365, separated by commas, at most twelve.',
    ],
  ])('is refused at its input: %s "%s"', async (label, value, sentence) => {
    const { asked } = await opened();
    choose('A number of days after the last top-up');
    type(label, value);
    save();
    await waitFor(() => expect(describedBy(screen.getByLabelText(label))).toContain(sentence));
    expect(document.activeElement).toBe(screen.getByLabelText(label));
    expect(asked).toEqual([]);
  });

  it('needs no rule where the carrier tells the end, which can be saved for the calendar', async () => {
    const validUntil = { at: fromNow(90 * 86_400_000), estimated: false };
    const { reminders } = await opened({ lines: [glanceLine({ id: 'a', validUntil })] });
    expect(card().textContent).toContain('The carrier tells the date itself.');
    fireEvent.click(within(card()).getByRole('button', { name: 'Save as calendar reminder' }));
    await waitFor(() => expect(reminders).toHaveLength(1));
  });
});
