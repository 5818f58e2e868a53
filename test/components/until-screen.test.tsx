// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../utils/domain/instant.ts';
import { FORECASTS } from '../support/gallery/forecasts.ts';
import { HELP, OFFERS } from '../support/gallery/offers.ts';
import { UNTILS } from '../support/gallery/untils.ts';
import { fromNow, glanceLine, glanceOf } from '../support/glances.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const foreseen = FORECASTS['runs-out'] ?? {};
const one = (over: Parameters<typeof glanceLine>[0] = foreseen) => glanceOf([glanceLine(over)]);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const dateField = () => screen.findByLabelText('Day', { selector: 'input' });
const kept = { day: '2026-12-12', label: 'Flight home' };

async function typeDay(value: string) {
  fireEvent.input(await dateField(), { target: { value } });
}

/** What is fetched later is fetched before, so that no busy machine makes a test wait for it. */
beforeAll(async () => {
  await Promise.all([
    import('../../components/popup/AlertList.tsx'),
    import('../../components/popup/Details.tsx'),
    import('../../components/popup/OtherScreen.tsx'),
  ]);
});

describe('the day up to which it must last', () => {
  it('is asked about from the main screen, and answered while it is chosen', async () => {
    const actions = fakeActions();
    renderPopup(one(), { actions });
    fireEvent.click(await screen.findByRole('button', { name: 'Will it last until…' }));
    await typeDay('2026-11-30');
    const answer = within(screen.getAllByRole('status').at(-1) ?? document.body);
    expect(answer.getByText(/^(Likely|May)/)).toBeTruthy();
    expect(answer.getByText(/a day makes it last\.$/)).toBeTruthy();
    expect(actions.asked).toEqual([]);
  });

  it('is kept with what it is, and the focus returns to where it was opened', async () => {
    const actions = fakeActions();
    renderPopup(one(), { actions });
    fireEvent.click(await screen.findByRole('button', { name: 'Will it last until…' }));
    await typeDay('2026-12-12');
    fireEvent.input(screen.getByLabelText('What for (optional)'), { target: { value: ' Flight home ' } });
    press('Remember this day');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Will it last until…'));
    expect(actions.asked).toEqual([
      { name: 'edit-line', input: { lineId: 'line-1', edit: { until: kept } } },
    ]);
  });

  it.each([
    ['A week', '2026-11-28'],
    ['Two weeks', '2026-12-05'],
    ['30 days', '2026-12-21'],
  ])('is one press away: %s', async (name, day) => {
    renderPopup(one(), { screen: 'until' });
    await dateField();
    press(name);
    expect((await dateField()) as HTMLInputElement).toHaveProperty('value', day);
  });

  it.each(['2026-11-20', '2027-12-31', ''])('is refused where it cannot be answered: %j', async (day) => {
    const actions = fakeActions();
    renderPopup(one(), { actions, screen: 'until' });
    await typeDay(day);
    press('Remember this day');
    expect(await screen.findByText('Choose a day from today to a year from now.')).toBeTruthy();
    expect((await dateField()).getAttribute('aria-invalid')).toBe('true');
    expect(actions.asked).toEqual([]);
  });

  it('stays where it cannot be stored, with the reason', async () => {
    const actions = fakeActions({ 'edit-line': { error: { kind: 'unreachable' } } });
    renderPopup(one({ ...foreseen, until: kept }), { actions, screen: 'until' });
    expect(((await dateField()) as HTMLInputElement).value).toBe('2026-12-12');
    press('Remember this day');
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Will it last until…' })).toBeTruthy();
  });

  it('is forgotten when asked to', async () => {
    const actions = fakeActions();
    renderPopup(one({ ...foreseen, until: kept }), { actions, screen: 'until' });
    await dateField();
    press('Forget this day');
    expect(actions.asked).toEqual([
      { name: 'edit-line', input: { lineId: 'line-1', edit: { until: null } } },
    ]);
  });

  it('stands on the main screen with its answer', async () => {
    renderPopup(one({ ...foreseen, until: kept }));
    const section = await screen.findByRole('region', { name: 'Will it last until…' });
    expect(within(section).getByRole('heading', { name: 'Flight home, Dec 12, 2026' })).toBeTruthy();
    expect(section.textContent).toContain('a day makes it last.');
    expect(within(section).getByRole('button', { name: 'Change' })).toBeTruthy();
  });

  it('is tidied away with words when it has passed', async () => {
    const actions = fakeActions();
    const until = { day: fromNow(-DAY).slice(0, 10), label: 'Flight home' };
    const page = renderPopup(one({ until }), { actions });
    const said = '“Flight home, Nov 20, 2026” has passed, so this day is no longer kept.';
    expect(await screen.findByText(said)).toBeTruthy();
    await waitFor(() =>
      expect(actions.asked).toEqual([
        { name: 'edit-line', input: { lineId: 'line-1', edit: { until: null } } },
      ]),
    );
    page.show(one({}));
    expect(screen.getByText(said)).toBeTruthy();
    expect(actions.asked).toHaveLength(1);
  });

  it('is still there on the day itself', async () => {
    const actions = fakeActions();
    renderPopup(one({ until: { day: fromNow(0).slice(0, 10), label: '' } }), { actions });
    expect(await screen.findByRole('heading', { name: 'Nov 21, 2026' })).toBeTruthy();
    expect(actions.asked).toEqual([]);
  });

  it('is not offered where there is no limited amount', async () => {
    renderPopup(one({ headline: { kind: 'unlimited', throttled: false, throttledTo: null }, share: null }));
    await screen.findByText('Alerts are on');
    expect(screen.queryByRole('button', { name: 'Will it last until…' })).toBeNull();
  });

  it.each(LANGUAGE_NAMES)('speaks %s', async (language) => {
    renderPopup(one({ ...foreseen, until: kept }), { language, screen: 'until' });
    const { t } = wordsFor(language);
    expect(await screen.findByRole('heading', { name: t('untilTitle') })).toBeTruthy();
    for (const key of ['untilWeek', 'untilKeep', 'untilForget'] as const)
      expect(screen.getByRole('button', { name: t(key) })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/\$\d/);
  });
});

describe('what a day may use', () => {
  it('is told where the data lasts, up to its end', async () => {
    renderPopup(one(FORECASTS.lasts));
    expect(await screen.findByText('268 MB a day lasts until Dec 3, 2026.')).toBeTruthy();
  });

  it.each([
    ['the forecast says it already', foreseen],
    ['no end is known', { ...FORECASTS.lasts, endsAt: null, period: null }],
    ['nothing is left', { ...FORECASTS.lasts, headline: { kind: 'data' as const, remaining: 0, total: 1 } }],
  ])('is not told where %s', async (_, over) => {
    renderPopup(one(over));
    await screen.findByText('Alerts are on');
    expect(document.querySelector('.allowance')).toBeNull();
  });
});

describe('a bundle that renews by itself', () => {
  const warned = glanceOf([glanceLine(UNTILS['bundle-renews'])]);

  it('tells its price and where it is changed, and asks the carrier only when it is asked', async () => {
    const [offer] = OFFERS.offers;
    const glance = glanceOf([
      glanceLine({
        ...UNTILS['bundle-renews'],
        autoRenew: { enabled: true, offerId: offer?.id ?? '', nextAt: fromNow(2 * DAY) },
      }),
    ]);
    const help = { ...HELP, accountUrl: 'https://my.carrier.example/plan' };
    const actions = fakeActions({ offers: OFFERS, help });
    renderPopup(glance, { actions });
    const more = await screen.findByRole('button', { name: 'Price and where to change it' });
    expect(actions.asked).toEqual([]);
    fireEvent.click(more);
    expect(await screen.findByText(/^The carrier’s price is /)).toBeTruthy();
    const link = await screen.findByRole('link', { name: 'Change it in your account (my.carrier.example)' });
    expect(link.getAttribute('href')).toBe('https://my.carrier.example/plan');
  });

  it('says so where the carrier tells neither, and links nowhere that is not https', async () => {
    const help = { ...HELP, accountUrl: 'http://my.carrier.example/' };
    renderPopup(warned, {
      actions: fakeActions({ offers: { offers: [], customAmount: null, hosts: [] }, help }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Price and where to change it' }));
    expect(await screen.findByText('The carrier does not tell the price here.')).toBeTruthy();
    expect(await screen.findByText(/^The carrier names no account page/)).toBeTruthy();
  });
});
