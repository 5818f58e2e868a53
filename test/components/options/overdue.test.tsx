// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { PopupApp } from '../../../components/popup/PopupApp.tsx';
import { SCREENS } from '../../../components/popup/screens.ts';
import { HOUR } from '../../../utils/domain/instant.ts';
import { HELP } from '../../support/gallery/offers.ts';
import { fromNow, glanceLine, glanceOf, topUp } from '../../support/glances.ts';
import { openOptionsPage } from '../../support/options-page.tsx';
import { fakeActions, renderIn } from '../../support/page.tsx';

const LINE = glanceLine({
  id: 'a b',
  name: 'Phone',
  topUp: topUp({ state: 'overdue', paidAt: fromNow(-HOUR) }),
});
const LINES = [glanceLine({ id: 'other', name: 'Tablet' }), LINE];

describe('a top-up that is overdue', () => {
  it.each(['#top-up/a%20b', '#line/a%20b'])('leads from %s to the help of its own carrier', async (hash) => {
    await openOptionsPage(hash, { lines: LINES });
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'What to do' });
    const { pathname, searchParams } = new URL(link.getAttribute('href') ?? '', 'https://extension.example');
    expect(pathname).toBe('/popup.html');
    cleanup();

    const actions = fakeActions({ help: HELP });
    const shown = SCREENS.find((name) => name === searchParams.get('screen')) ?? 'main';
    const lineId = searchParams.get('line');
    renderIn(
      <PopupApp glance={glanceOf(LINES)} actions={actions} firstLineId={lineId} firstScreen={shown} />,
    );
    expect(await screen.findByRole('link', { name: 'Your account on my.carrier.example' })).toBeTruthy();
    expect(actions.asked).toContainEqual({ name: 'help', input: { lineId: 'a b' } });
  });
});
