// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { HelpScreen } from '../../components/popup/HelpScreen.tsx';
import type { Help } from '../../utils/domain/offers.ts';
import { HELP } from '../support/gallery/offers.ts';
import { glanceLine } from '../support/glances.ts';
import { type FakeActions, fakeActions, renderIn } from '../support/page.tsx';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const show = (actions: FakeActions, language?: (typeof LANGUAGE_NAMES)[number]) =>
  renderIn(<HelpScreen line={glanceLine()} actions={actions} onBack={() => undefined} />, language);
const withHelp = (over: Partial<Help>) => show(fakeActions({ help: { ...HELP, ...over } }));

describe('help for a line', () => {
  it.each(LANGUAGE_NAMES)('says plainly that nobody pays to keep a number, in %s', async (language) => {
    show(fakeActions({ help: HELP }), language);
    expect(await screen.findByText(wordsFor(language).t('helpNever'))).toBeTruthy();
  });

  it.each(LANGUAGE_NAMES)(
    'says so as well where the carrier tells contacts but no address, in %s',
    async (language) => {
      show(fakeActions({ help: { ...HELP, officialHosts: [], checkoutHosts: [] } }), language);
      const { t } = wordsFor(language);
      expect(await screen.findByText(t('helpNoHosts'))).toBeTruthy();
      expect(screen.getAllByText(t('helpNeverAlone'))).toHaveLength(1);
      expect(screen.queryByText(t('helpNever'))).toBeNull();
    },
  );

  it('shows the official hosts in large letters, each once', async () => {
    withHelp({ checkoutHosts: ['carrier.example', 'pay.carrier.example'] });
    await screen.findByText('my.carrier.example', { selector: '.host' });
    const hosts = [...document.querySelectorAll('.host')].map((host) => host.textContent);
    expect(hosts).toEqual(['carrier.example', 'my.carrier.example', 'pay.carrier.example']);
  });

  it('leads to every contact that the carrier tells, and names the host of each page', async () => {
    withHelp({});
    await screen.findByRole('link', { name: /Phone/ });
    const links = [...document.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.rel]);
    expect(links).toEqual([
      ['tel:+442079460000', ''],
      ['mailto:help@carrier.example', ''],
      ['https://carrier.example/chat', 'noopener noreferrer'],
      ['https://carrier.example/shops', 'noopener noreferrer'],
      ['https://my.carrier.example/', 'noopener noreferrer'],
      ['https://carrier.example/terms#refunds', 'noopener noreferrer'],
    ]);
    expect(screen.getByRole('link', { name: 'Your account on my.carrier.example' })).toBeTruthy();
  });

  it.each([
    'javascript:alert(1)',
    'http://carrier.example/',
    'https://carrier.example@evil.example/',
    'data:text/html,x',
    'not an address',
  ])('makes no link of %s', async (address) => {
    withHelp({ accountUrl: address });
    await screen.findByRole('link', { name: /Phone/ });
    expect(screen.queryByRole('link', { name: /Your account/ })).toBeNull();
  });

  it('gives steps for the usual troubles even where the carrier tells nothing', async () => {
    show(fakeActions({ help: { error: { kind: 'gone' } } }));
    expect(await screen.findByText(/tells no contacts here/)).toBeTruthy();
    for (const trouble of ['I cannot sign in', 'The payment failed', 'I paid, but nothing arrived'])
      expect(screen.getByText(trouble)).toBeTruthy();
    expect(screen.getByText('We never ask you to pay to keep a number.')).toBeTruthy();
  });

  it('can be asked for again when the carrier does not answer', async () => {
    show(fakeActions({ help: { error: { kind: 'unreachable' } } }));
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByText('The payment failed')).toBeTruthy();
  });
});
