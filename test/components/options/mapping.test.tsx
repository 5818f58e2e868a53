// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { customJson } from '../../../utils/providers/custom-json.ts';
import { describedBy, openOptionsPage, press, type } from '../../support/options-page.tsx';
import { answer, type WorldOptions } from '../../support/options-world.ts';

const URL_TYPED = 'https://api.northwind.example/usage';
const KEY = 'Bearer nw-secret-4711';
const ANSWER = {
  plan: 'Harbour 20',
  data: { left: 7.25, size: 20, unit: 'GB', points: 3 },
  bundles: [
    { name: 'A', rest: 5 },
    { name: 'B', rest: 6 },
  ],
};

const opened = (value: unknown = ANSWER, over: Partial<WorldOptions> = {}) =>
  openOptionsPage('#add/custom-json', {
    providers: [customJson],
    answers: { sample: answer(JSON.stringify(value)) },
    ...over,
  });

async function fetched(value: unknown = ANSWER, over: Partial<WorldOptions> = {}) {
  const world = await opened(value, over);
  type('Address', URL_TYPED);
  type('Value', KEY);
  press('Allow access and fetch');
  await screen.findByRole('tree');
  return world;
}

const item = (name: RegExp) => screen.getByRole('treeitem', { name });
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

async function use(name: RegExp, unit?: string): Promise<void> {
  fireEvent.click(item(name));
  if (unit) fireEvent.change(screen.getByLabelText('Unit'), { target: { value: unit } });
  press('Use this value');
  await waitFor(() => expect(within(item(name)).getByText(/.+/, { selector: '.tag' })).toBeTruthy());
}

describe('asking an endpoint of one’s own', () => {
  it('asks for its one origin and fetches once, with the header as a secret', async () => {
    const world = await fetched();
    expect(world.granted).toEqual([['https://api.northwind.example']]);
    expect(world.asked).toMatchObject([
      {
        name: 'sample',
        input: {
          draft: {
            fields: { url: URL_TYPED, method: 'GET' },
            secrets: { headers: `Authorization: ${KEY}` },
          },
        },
      },
    ]);
    expect(JSON.stringify(world.asked[0]).split(KEY)).toHaveLength(2);
  });

  it('refuses an address with a key in it, at the field and before anything is asked', async () => {
    const world = await opened();
    type('Address', `${URL_TYPED}?api_key=1`);
    press('Allow access and fetch');
    expect(describedBy(screen.getByLabelText('Address'))).toContain('Send it in a header instead');
    expect([world.granted, world.asked]).toEqual([[], []]);
  });

  it('says that a page answered in the place of JSON, and keeps what was typed', async () => {
    const failure = { kind: 'intercepted', retryAt: null, detail: '' } as const;
    await opened(ANSWER, {
      answers: { sample: { ok: false, error: { kind: 'failure', failure, origin: null } } },
    });
    type('Address', URL_TYPED);
    press('Allow access and fetch');
    expect(await screen.findByText(/A web page answered in place of This address/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe(URL_TYPED);
  });
});

describe('pointing at values', () => {
  it('shows the reading as soon as a value is used, with the unit that stands beside it', async () => {
    await fetched();
    expect(screen.getByText('The reading appears here as soon as you use a value.')).toBeTruthy();
    await use(/^left:/);
    await screen.findByText('7.25 GB');
    await use(/^size:/);
    expect(await screen.findByText(/of 20 GB/)).toBeTruthy();
  });

  it('asks for the unit where nothing tells it, and does not guess', async () => {
    await fetched({ amount: 7 });
    fireEvent.click(item(/^amount:/));
    expect(screen.getByText('Choose its unit first.')).toBeTruthy();
    press('Use this value');
    expect(screen.queryByText('Chosen so far')).toBeNull();
    fireEvent.change(screen.getByLabelText('Unit'), { target: { value: 'MB' } });
    press('Use this value');
    expect(await screen.findByText('7 MB')).toBeTruthy();
  });

  it('makes a bundle of each item of a list', async () => {
    await fetched();
    await use(/^rest:/, 'GB');
    expect(await screen.findByText('11 GB')).toBeTruthy();
  });

  it('says that values contradict each other, and how to go on', async () => {
    await fetched();
    await use(/^left:/);
    fireEvent.click(item(/^points:/));
    fireEvent.change(screen.getByLabelText('It says'), { target: { value: 'total' } });
    fireEvent.change(screen.getByLabelText('Unit'), { target: { value: 'min' } });
    press('Use this value');
    expect(await screen.findByText(/units do not fit one another/)).toBeTruthy();
    press('Take back: Total');
    expect(await screen.findByText('7.25 GB')).toBeTruthy();
  });

  it('shows markup in an answer as text', async () => {
    const { page } = await fetched({ left: '<img src=x onerror=alert(1)>' });
    expect(page.querySelector('img')).toBeNull();
    expect(item(/^left:/).textContent).toContain('<img src=x');
  });

  it('can be done with the keyboard alone', async () => {
    await fetched();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    item(/The whole answer/).focus();
    key('ArrowDown');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('plan'));
    key('ArrowDown');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('data'));
    key('ArrowLeft');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false'));
    key('ArrowRight');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true'));
    key('ArrowRight');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('left'));
    key('Enter');
    expect(await screen.findByDisplayValue('/data/left')).toBeTruthy();
    expect(item(/^left:/).getAttribute('aria-selected')).toBe('true');
  });

  it('takes a place that was typed', async () => {
    await fetched();
    type('Where it stands', '/data/none');
    expect(describedBy(screen.getByLabelText('Where it stands'))).toContain('No value stands there');
    type('Where it stands', '/data/left');
    press('Use this value');
    expect(await screen.findByText('7.25 GB')).toBeTruthy();
  });

  it('shows a hundred of a hundred thousand items, and more when asked', async () => {
    await fetched({ list: Array.from({ length: 100_000 }, (_, left) => left) });
    if (item(/^list:/).getAttribute('aria-expanded') === 'false') fireEvent.click(item(/^list:/));
    const rows = () => document.querySelectorAll('[role=treeitem]').length;
    await waitFor(() => expect(rows()).toBe(103));
    fireEvent.click(screen.getByText('Show 99,900 more'));
    await waitFor(() => expect(rows()).toBe(1003));
  });
});

describe('a mapping as a file', () => {
  it('goes out without the key, and comes back for another person to enter theirs', async () => {
    const first = await fetched();
    await use(/^left:/);
    press('Save the mapping as a file');
    const [file] = first.saved;
    expect(file?.text).not.toContain('nw-secret-4711');
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      format: 'data-balance-mapping',
      url: URL_TYPED,
      secretHeaders: ['authorization'],
    });
    await opened();
    const input = document.querySelector('input[type=file]');
    fireEvent.change(input ?? document.body, { target: { files: [new File([file?.text ?? ''], 'm.json')] } });
    await screen.findByText(/Check the address above/);
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe(URL_TYPED);
    expect(screen.getByText('api.northwind.example')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Value').value).toBe('');
    type('Value', 'Bearer another');
    press('Allow access and fetch');
    expect(await screen.findByText('7.25 GB')).toBeTruthy();
  });

  it.each(['{}', 'left', '{"format":"data-balance-mapping","version":2}'])(
    '"%s" is refused',
    async (text) => {
      await opened();
      const input = document.querySelector('input[type=file]');
      fireEvent.change(input ?? document.body, { target: { files: [new File([text], 'm.json')] } });
      expect(await screen.findByText(/This is not a mapping file/)).toBeTruthy();
    },
  );
});

describe('a sample to hand in', () => {
  it('is shown in full before it is saved, without the key and without whoever it is about', async () => {
    const world = await fetched({
      data: { left: 7.25, unit: 'GB' },
      customer: { name: 'Jane Doe', msisdn: '447911123456' },
      echo: KEY,
    });
    press('Show the masked copy');
    const shown = screen.getByLabelText<HTMLTextAreaElement>('Hand in a sample', {
      selector: 'textarea',
    }).value;
    for (const gone of ['Jane', '447911', 'nw-secret']) expect(shown).not.toContain(gone);
    expect(JSON.parse(shown)).toMatchObject({ data: { left: 7.25, unit: 'GB' } });
    expect(world.saved).toEqual([]);
    press('Save as a file');
    expect(world.saved).toEqual([{ name: 'data-balance-sample.json', text: shown }]);
  });

  it('can be had by a person whose carrier is not in the list', async () => {
    await openOptionsPage('#add', { providers: [customJson] });
    expect(screen.getByRole('link', { name: 'Fetch an address' }).getAttribute('href')).toBe(
      '#add/custom-json',
    );
  });
});
