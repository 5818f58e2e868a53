// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../utils/domain/reading.ts';
import { HELP } from '../../support/gallery/offers.ts';
import { bucket } from '../../support/glances.ts';
import { MADE_UP } from '../../support/made-up-providers.ts';
import { describedBy, goTo, openOptionsPage, press, type } from '../../support/options-page.tsx';
import { type Answers, answer, type WorldOptions } from '../../support/options-world.ts';

const ORIGIN = 'https://api.carrier.example';

const reading: Reading = {
  asOf: null,
  lineStatus: 'active',
  planName: 'Everyday 10',
  buckets: [bucket()],
  credit: null,
  validUntil: null,
  period: null,
  autoRenew: null,
  nextPollAt: null,
  topUpUrl: null,
};

const line = (id: string) => ({ id, label: `Line ${id}`, kind: null, masked: null, planName: null });
const failed = (kind: 'signed-out' | 'offline' | 'unreadable') =>
  ({
    ok: false,
    error: { kind: 'failure', failure: { kind, retryAt: null, detail: '' }, origin: ORIGIN },
  }) as const;

const answers: Answers = {
  'list-lines': answer([line('l1'), line('l2')]),
  'try-line': answer({ reading, help: HELP, origins: [ORIGIN] }),
  'add-line': answer({ lineId: 'new' }),
};

const adding = (over: Partial<WorldOptions> = {}, hash = '#add/account-api') =>
  openOptionsPage(hash, { providers: MADE_UP, ...over, answers: { ...answers, ...over.answers } });

function fillIn(address = `${ORIGIN}/v1`): void {
  type('Address of the account API', address);
  type('Access token', 'secret-token');
}

const ALLOW = 'Allow access and check';

describe('choosing a carrier', () => {
  it('finds it by its name, by another word for it and in another script', async () => {
    await adding({}, '#add');
    for (const query of ['wanderlust', 'TRAVEL esim', '漫游']) {
      type('Search', query);
      expect(screen.getAllByRole('link', { name: /Wanderlust/ })).toHaveLength(1);
      expect(screen.queryByRole('link', { name: /Pocket router/ })).toBeNull();
    }
  });

  it('finds an accented name without its accents', async () => {
    await adding({}, '#add');
    type('Search', 'tele');
    expect(screen.getByRole('link', { name: /Horizon Mobile/ })).toBeTruthy();
  });

  it('says what else to try when nothing is found', async () => {
    await adding({}, '#add');
    type('Search', 'Zzyzx');
    expect(screen.getByText(/Nothing is known as “Zzyzx”/)).toBeTruthy();
  });

  it('says what each needs and what to beware of', async () => {
    await adding({}, '#add');
    expect(
      screen.getByRole('link', { name: /Account API.*sign-in at the carrier, or a token/ }),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: /Wanderlust.*Key can spend money/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Horizon.*Experimental/ })).toBeTruthy();
    expect(
      screen.getByRole('link', { name: /Mobil Pass.*Needs nothing.*Its own network only/ }),
    ).toBeTruthy();
  });

  it('warns again where a key that can spend money is entered', async () => {
    await adding({}, '#add/reseller');
    expect(screen.getByText(/this key can also place paid orders/)).toBeTruthy();
  });
});

describe('what is typed', () => {
  it('a missing address is said at its input, which takes the focus, and nobody is asked', async () => {
    const { asked, granted } = await adding();
    press(ALLOW);
    const input = screen.getByLabelText('Address of the account API');
    await waitFor(() => expect(document.activeElement).toBe(input));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(input)).toContain('This field is needed.');
    expect([asked, granted]).toEqual([[], []]);
  });

  it('C15: an http address is refused at its input', async () => {
    const { granted } = await adding();
    fillIn('http://api.carrier.example/v1');
    press(ALLOW);
    expect(describedBy(screen.getByLabelText('Address of the account API'))).toContain('https://');
    expect(granted).toEqual([]);
  });

  it('an address outside the local network is refused for a device', async () => {
    const { granted } = await adding({}, '#add/router');
    type(/Address/, '8.8.8.8');
    press(ALLOW);
    expect(describedBy(screen.getByLabelText(/Address/))).toMatch(/own network/);
    expect(granted).toEqual([]);
  });

  it('stays when the carrier refuses, and when the person looks at another section', async () => {
    await adding({ answers: { 'list-lines': failed('signed-out') } });
    fillIn();
    press(ALLOW);
    await screen.findByText(/api.carrier.example refused these details/);
    await goTo('#about');
    await goTo('#add/account-api');
    expect(screen.getByLabelText<HTMLInputElement>('Access token').value).toBe('secret-token');
    expect(screen.getByLabelText<HTMLInputElement>('Address of the account API').value).toBe(`${ORIGIN}/v1`);
  });

  it('is hidden until the person asks to see it', async () => {
    await adding();
    const token = screen.getByLabelText<HTMLInputElement>('Access token');
    expect(token.type).toBe('password');
    press('Show');
    expect(screen.getByLabelText<HTMLInputElement>('Access token').type).toBe('text');
  });
});

describe('a carrier with a shop in each country', () => {
  it('lets the person choose the country by its name, and leads to the shop there', async () => {
    await adding({}, '#add/portal');
    const countries = screen.getByLabelText('Country');
    const names = Array.from(countries.querySelectorAll('option'), ({ textContent }) => textContent);
    expect(names).toEqual(['Austria', 'Spain', 'United Kingdom']);
    const page = () => screen.getByRole('link', { name: /Open .* to sign in there/ }).getAttribute('href');
    expect(page()).toBe('https://www.horizon.example/account');
    fireEvent.change(countries, { target: { value: 'es.horizon.example' } });
    expect(page()).toBe('https://es.horizon.example/account');
    expect(screen.getByText('es.horizon.example')).toBeTruthy();
  });
});

describe("a carrier that is read with the browser's own session", () => {
  it.each([
    ['signed-out', /Nobody is signed in at .* in this browser/],
    ['unreadable', /is about another number, or has changed/],
    ['offline', /could not be reached/],
  ] as const)('%s: the person is told what mends it there', async (kind, words) => {
    await adding({ answers: { 'try-line': failed(kind) } }, '#add/portal');
    press(ALLOW);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
  });
});

describe('allowing access', () => {
  it('asks for the one origin within the press itself, before the carrier is asked', async () => {
    const { asked, granted } = await adding();
    fillIn();
    press(ALLOW);
    expect(granted).toEqual([[ORIGIN]]);
    expect(asked).toEqual([]);
    await waitFor(() => expect(asked.map(({ name }) => name)).toEqual(['list-lines']));
  });

  it('names the host before it is asked for', async () => {
    const { page } = await adding();
    fillIn();
    expect(page.querySelector('.host')?.textContent).toBe('api.carrier.example');
  });

  it('sends nothing when access is refused, and says so', async () => {
    const { asked } = await adding({ grants: false });
    fillIn();
    press(ALLOW);
    await screen.findByText(/nothing was sent/);
    expect(asked).toEqual([]);
  });

  it('asks no browser for a carrier that needs no origin', async () => {
    const nowhere = { ...MADE_UP[3], id: 'nowhere', origins: () => [] } as (typeof MADE_UP)[number];
    const { granted } = await adding({ providers: [nowhere] }, '#add/nowhere');
    press('Check');
    await screen.findByLabelText('Name');
    expect(granted).toEqual([]);
  });
});

describe('signing in at the carrier', () => {
  it('asks for access, then for the window, then for the lines, with no secret pasted', async () => {
    const { asked, granted, signIns } = await adding();
    type('Address of the account API', `${ORIGIN}/v1`);
    press('Sign in with your carrier');
    expect(granted).toEqual([[ORIGIN]]);
    await screen.findByRole('radio', { name: /Line l2/ });
    expect(signIns).toEqual(['account-api']);
    expect(asked.map(({ name }) => name)).toEqual(['list-lines']);
    expect(asked[0]?.input).toMatchObject({ draft: { signInId: 'sign-in:1', secrets: {} } });
  });

  it('says that the window was closed, and lets the person try again', async () => {
    const cancelled = { ok: false, error: { kind: 'sign-in', reason: 'cancelled', detail: '' } } as const;
    const { asked, signIns } = await adding({ signIn: cancelled });
    type('Address of the account API', `${ORIGIN}/v1`);
    press('Sign in with your carrier');
    await screen.findByText(/window was closed/);
    press('Sign in with your carrier');
    await waitFor(() => expect(signIns).toHaveLength(2));
    expect(asked).toEqual([]);
  });
});

describe('the account’s lines', () => {
  it('are offered when there are several, and the chosen one is read', async () => {
    const { asked } = await adding();
    fillIn();
    press(ALLOW);
    fireEvent.click(await screen.findByRole('radio', { name: /Line l2/ }));
    press('Next');
    await screen.findByLabelText('Name');
    expect(asked.at(-1)).toMatchObject({ name: 'try-line', input: { draft: { fields: { line: 'l2' } } } });
  });

  it('a single one is read at once', async () => {
    const { asked } = await adding({ answers: { 'list-lines': answer([line('only')]) } });
    fillIn();
    press(ALLOW);
    expect(await screen.findByLabelText<HTMLInputElement>('Name')).toHaveProperty('value', 'Line only');
    expect(asked.map(({ name }) => name)).toEqual(['list-lines', 'try-line']);
  });

  it('none at all: its id may be typed', async () => {
    const { asked } = await adding({ answers: { 'list-lines': answer([]) } });
    fillIn();
    press(ALLOW);
    const id = await screen.findByLabelText('Line');
    expect(describedBy(id)).toContain('lists no line');
    type('Line', 'l9');
    press(ALLOW);
    await screen.findByLabelText('Name');
    expect(asked.at(-1)).toMatchObject({ name: 'try-line', input: { draft: { fields: { line: 'l9' } } } });
  });
});

describe('saving', () => {
  const toFinish = async (over: Partial<WorldOptions> = {}) => {
    const world = await adding({ ...over, answers: { 'list-lines': answer([line('l1')]), ...over.answers } });
    fillIn();
    press(ALLOW);
    await screen.findByLabelText('Name');
    return world;
  };

  it('asks for a top-up page where the carrier has none, and for its host to be confirmed', async () => {
    const { asked } = await adding({}, '#add/router');
    press(ALLOW);
    await screen.findByLabelText('Name');
    type('Address', 'https://www.carrier.example/top-up');
    press('Save this line');
    await screen.findByText(/Confirm the address first/);
    expect(asked.map(({ name }) => name)).not.toContain('add-line');
    fireEvent.click(screen.getByLabelText(/my carrier’s own address/, { selector: '#own-link-confirmed' }));
    press('Save this line');
    await screen.findByText(/was added/);
    expect(asked.at(-1)?.input).toMatchObject({ topUpUrl: 'https://www.carrier.example/top-up' });
  });

  it('shows the live reading in the words of the popup', async () => {
    await toFinish();
    expect(screen.getByText('3.21 GB')).toBeTruthy();
    expect(screen.getByText('of 10 GB')).toBeTruthy();
  });

  it('keeps only the payment hosts that the person confirmed', async () => {
    const { asked } = await toFinish();
    fireEvent.click(screen.getByLabelText(/my carrier’s own addresses/));
    press('Save this line');
    await screen.findByText('Line l1 was added.');
    expect(asked.at(-1)).toMatchObject({
      name: 'add-line',
      input: { confirmedHosts: HELP.checkoutHosts, topUpUrl: null },
    });
  });

  it('keeps none where the person did not', async () => {
    const { asked } = await toFinish();
    press('Save this line');
    await screen.findByText('Line l1 was added.');
    expect(asked.at(-1)?.input).toMatchObject({ confirmedHosts: [] });
  });

  it('wants a name', async () => {
    const { asked } = await toFinish();
    type('Name', ' ');
    press('Save this line');
    await waitFor(() =>
      expect(describedBy(screen.getByLabelText('Name'))).toContain('Give the line a name.'),
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(asked.map(({ name }) => name)).not.toContain('add-line');
  });

  it('leads back to the form with everything as it was typed', async () => {
    await toFinish();
    press('Change what I entered');
    expect(screen.getByLabelText<HTMLInputElement>('Access token').value).toBe('secret-token');
  });

  it('an answer to what was changed meanwhile is dropped', async () => {
    let reply = (_: unknown) => {};
    const slow = new Promise<unknown>((resolve) => {
      reply = resolve;
    });
    const { asked } = await adding({ answers: { 'list-lines': (() => slow) as never } });
    fillIn();
    press(ALLOW);
    await waitFor(() => expect(asked).toHaveLength(1));
    type('Access token', 'another-token');
    reply(answer([line('l1')]));
    await waitFor(() => expect(screen.queryByText('Asking the carrier…')).toBeNull());
    expect(screen.queryByLabelText('Name')).toBeNull();
    expect(screen.getByLabelText('Access token')).toBeTruthy();
  });
});
