// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../utils/domain/settings.ts';
import { HELP } from '../../support/gallery/offers.ts';
import { bucket, fromNow, glanceLine } from '../../support/glances.ts';
import { MADE_UP } from '../../support/made-up-providers.ts';
import { describedBy, openOptionsPage, press, type } from '../../support/options-page.tsx';
import type { WorldOptions } from '../../support/options-world.ts';

const opened = (over: Partial<WorldOptions> = {}, line = glanceLine({ id: 'a', name: 'Phone' })) =>
  openOptionsPage('#line/a', { lines: [line], providers: MADE_UP, ...over });

/** Presses the button of the card under a heading. */
function pressIn(title: string, button: string): void {
  const card = screen.getByRole('region', { name: title });
  fireEvent.click(within(card).getByRole('button', { name: button }));
}

const editOf = (input: unknown) => (input as { edit: unknown }).edit;

describe('name and kind', () => {
  it('are saved together', async () => {
    const { asked } = await opened();
    type('Name', ' Work phone ');
    fireEvent.click(screen.getByRole('radio', { name: 'Calling card' }));
    pressIn('Name and kind', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toEqual({ name: 'Work phone', kind: 'calling' });
  });

  it('an empty name is refused at its input', async () => {
    const { asked } = await opened();
    type('Name', '');
    pressIn('Name and kind', 'Save');
    await waitFor(() => expect(describedBy(screen.getByLabelText('Name'))).toBe('Give the line a name.'));
    expect(asked).toEqual([]);
  });

  it('what is typed stays when saving fails, with the reason', async () => {
    await opened({ answers: { 'edit-line': { ok: false, error: { kind: 'unreachable' } } } });
    type('Name', 'Work phone');
    pressIn('Name and kind', 'Save');
    await screen.findByText('The extension did not answer. Try again.');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Work phone');
  });
});

describe('a carrier that tells no end, but has terms', () => {
  const kept = { id: 'a', name: 'Phone', providerId: 'portal' };
  const TERMS = /By its terms the credit lapses 90 days after the last top-up or use/;

  it('has its terms told, and no end reckoned from them', async () => {
    await opened({}, glanceLine({ ...kept, validUntil: null }));
    expect(screen.getByText(TERMS)).toBeTruthy();
  });

  it('needs no terms where it tells an end, nor where none are known', async () => {
    await opened({}, glanceLine({ ...kept, validUntil: { at: fromNow(90 * 86_400_000), estimated: false } }));
    expect(screen.queryByText(TERMS)).toBeNull();
    cleanup();
    await opened({}, glanceLine({ ...kept, providerId: 'pass', validUntil: null }));
    expect(screen.queryByText(TERMS)).toBeNull();
  });
});

describe('badge and pause', () => {
  it('pinning a line takes it back into the badge', async () => {
    const { asked } = await opened({}, glanceLine({ id: 'a', ignored: true }));
    fireEvent.click(screen.getByRole('switch', { name: 'Pin to the badge' }));
    await waitFor(() => expect(editOf(asked[0]?.input)).toEqual({ pinned: true, ignored: false }));
  });

  it('leaving a line out of the badge ends its pin', async () => {
    const { asked } = await opened({}, glanceLine({ id: 'a', pinned: true }));
    fireEvent.click(screen.getByRole('switch', { name: 'Leave out of the badge' }));
    await waitFor(() => expect(editOf(asked[0]?.input)).toEqual({ ignored: true, pinned: false }));
  });

  it('a paused line is resumed by the same switch', async () => {
    const { asked } = await opened({}, glanceLine({ id: 'a', paused: true }));
    fireEvent.click(screen.getByRole('switch', { name: 'Pause' }));
    await waitFor(() => expect(editOf(asked[0]?.input)).toEqual({ paused: false }));
  });
});

describe('when to warn', () => {
  const low = () => screen.getByLabelText<HTMLInputElement>('Data is low at');
  const critical = () => screen.getByLabelText<HTMLInputElement>('Almost used up at');

  it('an empty input shows the default for the plan', async () => {
    const headline = { kind: 'data', remaining: 100, total: 1_000_000_000 } as const;
    await opened({}, glanceLine({ id: 'a', headline }));
    expect([low().placeholder, critical().placeholder]).toEqual(['Default: 200 MB', 'Default: 50 MB']);
  });

  it('amounts are saved in bytes, whatever the unit', async () => {
    const { asked } = await opened();
    type('Data is low at', '1.5');
    fireEvent.change(screen.getByLabelText('Unit of “Data is low at”'), { target: { value: 'giga' } });
    type('Almost used up at', '250');
    pressIn('When to warn', 'Save');
    await screen.findByText('Saved.');
    const thresholds = { lowBytes: 1_500_000_000, criticalBytes: 250_000_000, lowCredit: null };
    expect(editOf(asked[0]?.input)).toEqual({ thresholds });
  });

  it('binary units count 1024', async () => {
    const settings = { ...defaultSettings(0.5), units: 'binary' as const };
    const { asked } = await opened({ state: { settings } });
    type('Data is low at', '200');
    pressIn('When to warn', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toMatchObject({ thresholds: { lowBytes: 200 * 1024 ** 2 } });
  });

  it('“almost used up” above “low” is refused at its input', async () => {
    const { asked } = await opened();
    type('Data is low at', '100');
    type('Almost used up at', '500');
    pressIn('When to warn', 'Save');
    await waitFor(() => expect(describedBy(critical())).toContain('must be less than'));
    expect(document.activeElement).toBe(critical());
    expect(asked).toEqual([]);
  });

  it('credit is asked for in the line’s own currency, where it has credit', async () => {
    const { asked } = await opened({}, glanceLine({ id: 'a', credit: { amount: 500, currency: 'JPY' } }));
    type('Credit is low at (JPY)', '300');
    pressIn('When to warn', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toMatchObject({ thresholds: { lowCredit: 300 } });
  });

  it('minutes and messages are asked for where the line holds them, and kept as seconds and as they are', async () => {
    const voice = bucket({ id: 'v', kind: 'voice', total: 100 * 60, remaining: 60 });
    const sms = bucket({ id: 's', kind: 'sms', total: 500, remaining: 5 });
    const { asked } = await opened({}, glanceLine({ id: 'a', buckets: [voice, sms] }));
    const placeholders = ['Minutes are low at', 'Messages are low at'].map(
      (label) => screen.getByLabelText<HTMLInputElement>(label).placeholder,
    );
    expect(placeholders).toEqual(['Default: 20', 'Default: 20']);
    type('Minutes are low at', '45');
    pressIn('When to warn', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toMatchObject({ thresholds: { lowVoice: 2700, lowSms: null } });
  });

  it('half a message is refused at its input, and nothing is saved', async () => {
    const sms = bucket({ id: 's', kind: 'sms', total: 500, remaining: 5 });
    const { asked } = await opened({}, glanceLine({ id: 'a', buckets: [sms] }));
    expect(screen.queryByLabelText('Minutes are low at')).toBeNull();
    type('Messages are low at', '1.5');
    pressIn('When to warn', 'Save');
    const input = () => screen.getByLabelText('Messages are low at');
    await waitFor(() => expect(describedBy(input())).toContain('Enter a whole number of 0 or more'));
    expect(document.activeElement).toBe(input());
    expect(asked).toEqual([]);
  });

  it('thresholds survive while the line tells no minutes and no messages', async () => {
    const kept = { lowBytes: null, criticalBytes: null, lowCredit: null, lowVoice: 900, lowSms: 3 };
    const { asked } = await opened({ stored: { thresholds: kept } });
    type('Data is low at', '800');
    pressIn('When to warn', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toMatchObject({ thresholds: { lowVoice: 900, lowSms: 3 } });
  });

  it('a warning about credit survives while the line tells none', async () => {
    const kept = { lowBytes: null, criticalBytes: null, lowCredit: 750 };
    const { asked } = await opened({ stored: { thresholds: kept } });
    type('Data is low at', '800');
    pressIn('When to warn', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toMatchObject({ thresholds: { lowCredit: 750 } });
  });
});

describe('checking and time zone', () => {
  it('offers no interval that the carrier does not allow', async () => {
    await opened();
    const offered = [...screen.getByLabelText<HTMLSelectElement>('Ask the carrier once in').options];
    expect(offered.map(({ value }) => value)).toEqual(['', '15', '30', '60', '120', '240', '720', '1440']);
  });

  it('saves both, and empty means the default', async () => {
    const { asked } = await opened({ stored: { pollMinutes: 120, zone: 'Asia/Taipei' } });
    expect(screen.getByLabelText<HTMLSelectElement>('Time zone').value).toBe('Asia/Taipei');
    fireEvent.change(screen.getByLabelText('Ask the carrier once in'), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('Time zone'), { target: { value: 'Europe/Berlin' } });
    pressIn('Checking and time zone', 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toEqual({ pollMinutes: null, zone: 'Europe/Berlin' });
  });
});

describe('the person’s own top-up page', () => {
  const card = 'Your own top-up page';
  const withLink = (over: Partial<WorldOptions> = {}) =>
    opened(over, glanceLine({ id: 'a', providerId: 'router' }));

  it('is saved only after its host was confirmed', async () => {
    const { asked, page } = await withLink();
    type('Address', 'https://www.carrier.example/top-up');
    pressIn(card, 'Save');
    await screen.findByText(/Confirm the address first/);
    expect(asked).toEqual([]);
    expect([...page.querySelectorAll('.host')].map(({ textContent }) => textContent)).toContain(
      'www.carrier.example',
    );
    fireEvent.click(screen.getByLabelText(/my carrier’s own address/));
    pressIn(card, 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toEqual({ topUpUrl: 'https://www.carrier.example/top-up' });
  });

  it('another address must be confirmed anew', async () => {
    const { asked } = await withLink({ stored: { topUpUrl: 'https://www.carrier.example/' } });
    type('Address', 'https://www.carrier.example.evil.example/');
    pressIn(card, 'Save');
    await screen.findByText(/Confirm the address first/);
    expect(asked).toEqual([]);
  });

  it.each([
    ['http://www.carrier.example/', /must begin with https/],
    ['javascript:alert(1)', /no address that can be opened/],
    ['https://user@www.carrier.example/', /no address that can be opened/],
    ['carrier', /no address that can be opened/],
  ])('%s is refused at its input', async (address, words) => {
    const { asked } = await withLink();
    type('Address', address);
    pressIn(card, 'Save');
    await waitFor(() => expect(describedBy(screen.getByLabelText('Address'))).toMatch(words));
    expect(asked).toEqual([]);
  });

  it('H04: a look-alike host is refused, or shown in its true spelling and confirmed', async () => {
    const { page } = await withLink();
    type('Address', 'https://www.cаrrier.example/');
    pressIn(card, 'Save');
    await screen.findByText(/no address that can be opened/);
    type('Address', 'https://www.xn--crrier-3nf.example/');
    const hosts = [...page.querySelectorAll('.host')].map(({ textContent }) => textContent);
    expect(hosts).toContain('www.xn--crrier-3nf.example');
  });

  it('an emptied address takes the page away', async () => {
    const { asked } = await withLink({ stored: { topUpUrl: 'https://www.carrier.example/' } });
    type('Address', '');
    pressIn(card, 'Save');
    await screen.findByText('Saved.');
    expect(editOf(asked[0]?.input)).toEqual({ topUpUrl: null });
  });

  it('is not asked for where the carrier has its own checkout', async () => {
    await opened();
    expect(screen.queryByRole('region', { name: card })).toBeNull();
  });
});

describe('removing', () => {
  it('asks first, and whether the receipts stay', async () => {
    const { asked } = await opened();
    press('Remove line…');
    const dialog = screen.getByRole('dialog', { name: 'Remove “Phone”?' });
    expect(asked).toEqual([]);
    fireEvent.click(within(dialog).getByLabelText('Keep its receipts'));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await screen.findByText('Phone was removed.');
    expect(asked[0]).toEqual({ name: 'remove-line', input: { lineId: 'a', keepReceipts: false } });
  });

  it('the receipts stay unless the person says otherwise', async () => {
    const { asked } = await opened();
    press('Remove line…');
    press('Remove');
    await waitFor(() => expect(asked[0]?.input).toEqual({ lineId: 'a', keepReceipts: true }));
  });

  it('nothing goes when the person thinks again', async () => {
    const { asked } = await opened();
    press('Remove line…');
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual([]);
  });
});

describe('what the line needs', () => {
  it('a failure stands with its words and the button that mends it, beside the last figure', async () => {
    const failure = { kind: 'no-access', retryAt: null, detail: '', at: fromNow(0) } as const;
    const { granted } = await opened({}, glanceLine({ id: 'a', failure }));
    expect(screen.getByText('3.21 GB')).toBeTruthy();
    press('Allow access');
    expect(granted).toEqual([['https://api.carrier.example']]);
  });

  it('hosts that the carrier announced wait for the person’s word', async () => {
    const hostsProposed = { before: ['pay.carrier.example'], after: ['pay.other.example'] };
    const { asked } = await opened({}, glanceLine({ id: 'a', hostsProposed }));
    press(/Keep the old/);
    await waitFor(() =>
      expect(asked[0]).toEqual({ name: 'confirm-hosts', input: { lineId: 'a', accept: false } }),
    );
  });

  it('addresses for payments that were left open can be confirmed later', async () => {
    const help = { ...HELP, checkoutHosts: ['pay.carrier.example', 'pay.other.example'] };
    const { asked } = await opened({ stored: { help } });
    const card = screen.getByRole('region', { name: 'Payment addresses' });
    expect(within(card).getByRole('list', { name: 'Confirmed by you' }).textContent).toBe(
      'pay.carrier.example',
    );
    expect(within(card).getByRole('list', { name: /not confirmed by you/ }).textContent).toBe(
      'pay.other.example',
    );
    pressIn('Payment addresses', 'These are my carrier’s');
    const input = { lineId: 'a', accept: true, hosts: ['pay.other.example'] };
    await waitFor(() => expect(asked[0]).toEqual({ name: 'confirm-hosts', input }));
  });

  it('addresses that are confirmed, or proposed above, are not asked about again', async () => {
    const help = { ...HELP, checkoutHosts: ['pay.carrier.example'] };
    await opened({ stored: { help } });
    expect(screen.queryByRole('button', { name: 'These are my carrier’s' })).toBeNull();
  });

  it('a carrier that this version does not know is told as that, with its name and no button that cannot help', async () => {
    const failure = { kind: 'unreadable', retryAt: null, detail: '', at: fromNow(0) } as const;
    const line = glanceLine({ id: 'a', failure, providerId: 'far-tel', unknownProvider: true });
    await opened({}, line);
    expect(screen.getByText('This version does not know the carrier')).toBeTruthy();
    expect(screen.getByText(/reads it as “far-tel”/)).toBeTruthy();
    expect(screen.queryByText('The answer cannot be read')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Remove line…' })).toBeTruthy();
  });

  it('a line that is gone says so instead of showing nothing', async () => {
    await openOptionsPage('#line/none', { lines: [], providers: MADE_UP });
    expect(screen.getByText('This line is not here any more.')).toBeTruthy();
  });
});
