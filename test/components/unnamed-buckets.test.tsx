// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { TopUpCard } from '../../components/popup/TopUpCard.tsx';
import { DAY } from '../../utils/domain/instant.ts';
import { demo, demoFields } from '../../utils/providers/demo.ts';
import { contextWith } from '../support/carrier.ts';
import { bucket, fromNow, GB, glanceLine, glanceOf, NOW, topUp } from '../support/glances.ts';
import { fakeActions, renderIn, renderPopup } from '../support/page.tsx';
import { wordsFor } from '../support/words.ts';

const offline = contextWith(() => Promise.reject(new Error('nobody is asked')));
const LANGUAGES = [
  ['en', ['Data', 'Roaming']],
  ['zh_CN', ['流量', '漫游']],
  ['zh_TW', ['流量', '漫遊']],
] as const;

/** What is fetched later is fetched before, so that no busy machine makes a test wait for it. */
beforeAll(async () => {
  await Promise.all([
    import('../../components/popup/AlertList.tsx'),
    import('../../components/popup/Details.tsx'),
  ]);
});

describe('buckets to which nobody gave a name', () => {
  it.each(LANGUAGES)(
    'of the demo line speak the language of the person: %s',
    async (language, [name, use]) => {
      const { buckets, planName } = await demo.read(demoFields(NOW, 7), { ...offline, now: NOW });
      renderPopup(glanceOf([glanceLine({ name: '1', buckets, planName })]), { language });
      const row = (await screen.findByText(use, { selector: '.hold .tag' })).closest('dt');
      expect(row?.textContent).toBe(name + use);
      expect(document.body.textContent?.match(/Demo|(?:Data|Roaming) \d/)).toBeNull();
    },
  );

  it.each(LANGUAGES)('are named where one ends: %s', async (language, [name]) => {
    const buckets = [bucket({ label: '', validUntil: fromNow(2 * DAY) })];
    const key = 'bundle-ends-3:main';
    const alerts = [{ kind: 'bundle-ends', key, since: fromNow(-DAY), days: 3, label: '' } as const];
    renderPopup(glanceOf([glanceLine({ buckets, alerts })]), { language });
    const opening = wordsFor(language).n('alertBundleEnds', 2, name);
    expect(await screen.findByText((text) => text.startsWith(opening))).toBeTruthy();
  });

  it.each(LANGUAGES)('are named where one was topped up: %s', (language, [name]) => {
    const rises = [
      { what: 'data', label: '', by: 10 * GB, currency: null, until: null },
      { what: 'credit', label: '', by: 150, currency: 'GBP', until: null },
    ] as const;
    const shown = topUp({ state: 'credited', creditedAt: NOW, rises: [...rises] });
    renderIn(
      <TopUpCard topUp={shown} lineName={null} actions={fakeActions()} help="/popup.html" />,
      language,
    );
    expect([...document.querySelectorAll('.rises bdi')].map((each) => each.textContent)).toEqual([name, '']);
  });
});
