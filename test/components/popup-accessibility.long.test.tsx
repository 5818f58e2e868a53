// @vitest-environment happy-dom
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { HELP, OFFERS } from '../support/gallery/offers.ts';
import { STATES } from '../support/gallery/states.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';
import { LANGUAGE_NAMES } from '../support/words.ts';

/* Contrast and target sizes need a real layout; they are looked at in a browser. */
const OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  preload: false,
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
};

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, OPTIONS);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Lets what is fetched later appear. */
async function settled(): Promise<void> {
  await Promise.all([
    import('../../components/popup/AlertList.tsx'),
    import('../../components/popup/Details.tsx'),
    import('../../components/popup/EmptyState.tsx'),
    import('../../components/popup/LockedCard.tsx'),
    import('../../components/popup/OtherScreen.tsx'),
    import('../../components/popup/HostsChanged.tsx'),
    import('../../components/popup/FailureNote.tsx'),
    import('../../components/popup/TopUpCard.tsx'),
    import('../../components/ReceiptButtons.tsx'),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe.each(Object.entries(STATES))('the popup: %s', (_name, { glance, screen }) => {
  it('has nothing that axe objects to', async () => {
    const actions = fakeActions({ offers: OFFERS, help: HELP });
    renderPopup(glance, { actions, ...(screen ? { screen } : {}) });
    await settled();
    expect(await violations()).toEqual([]);
  });

  it.each(LANGUAGE_NAMES)('leaves no placeholder open in %s', async (language) => {
    const actions = fakeActions({ offers: OFFERS, help: HELP });
    const { container } = renderPopup(glance, { actions, language, ...(screen ? { screen } : {}) });
    await settled();
    expect(container.textContent).not.toMatch(/\$\d|undefined|null|NaN/);
  });
});
