// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { exportText } from '../../../utils/domain/export-format.ts';
import { fromNow, glanceLine, topUp } from '../../support/glances.ts';
import { describedBy, openOptionsPage, press, type } from '../../support/options-page.tsx';
import { answer, type WorldOptions } from '../../support/options-world.ts';
import { aSample, NOW } from '../../support/stored-rows.ts';

const opened = (over: Partial<WorldOptions> = {}) =>
  openOptionsPage('#data', {
    lines: [glanceLine({ id: 'a', name: 'Phone' })],
    ...over,
    answers: { receipts: answer([]), ...over.answers },
  });

describe('export and import', () => {
  it('hands the file over under the day’s name', async () => {
    const all = { lines: [], samples: [], receipts: [], alerts: [], settings: null };
    const { saved } = await opened({ answers: { 'export-all': answer(all) } });
    press('Export a file');
    await screen.findByText(/handed to the browser’s downloads/);
    expect(saved.map(({ name }) => name)).toEqual(['data-balance-2026-11-21.json']);
    expect(JSON.parse(saved[0]?.text ?? '')).toMatchObject({ format: 'data-balance', version: 1, ...all });
  });

  const choose = (text: string) => {
    const input = screen.getByLabelText<HTMLInputElement>('Import a file…', { selector: 'input' });
    const file = new File([text], 'backup.json', { type: 'application/json' });
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
  };

  it('tells what a file brought in and what was left out', async () => {
    const { asked } = await opened({
      answers: { 'import-all': answer({ lines: 2, samples: 90, receipts: 3, setAside: 4 }) },
    });
    const parts = { settings: null, lines: [], receipts: [], samples: [aSample('a')], alerts: [] };
    choose(exportText(parts, NOW).replace('"lines": []', '"lines": ["odd"]'));
    await screen.findByText(/lines 2, receipts 3, history rows 90.*left out: 5/);
    expect(asked.find(({ name }) => name === 'import-all')?.input).toEqual({ parts });
  });

  it('says what is wrong with a file, and where', async () => {
    const { asked } = await opened();
    choose('nonsense');
    expect(await screen.findByText('This file is not JSON: 1:1')).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('history is saved for the line that was chosen', async () => {
    const history = { lines: [{ id: 'a', name: 'Phone' }], samples: [aSample('a')] };
    const { asked, saved } = await opened({ answers: { 'export-history': answer(history) } });
    fireEvent.change(screen.getByLabelText('Line'), { target: { value: 'a' } });
    press('Save as CSV');
    await waitFor(() => expect(saved[0]?.name).toBe('data-balance-history-2026-11-21.csv'));
    expect(saved[0]?.text).toContain(`${aSample('a').at},Phone,`);
    expect(asked.at(-1)).toEqual({ name: 'export-history', input: { lineId: 'a' } });
  });
});

describe('receipts', () => {
  it('stand newest first, each with what became of it', async () => {
    const old = topUp({ id: 'old', state: 'failed', openedAt: fromNow(-9e8), lineName: 'Old phone' });
    const late = topUp({ id: 'new', state: 'overdue', receiptNumber: 'R-17', lineName: 'Phone' });
    await opened({ answers: { receipts: answer([old, late]) } });
    await screen.findAllByRole('button', { name: 'Copy receipt' });
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    const told = items.filter((text) => text.includes('Copy receipt'));
    expect(told[0]).toMatch(/Phone.*R-17.*has not arrived/);
    expect(told[1]).toMatch(/Old phone.*Payment failed/);
  });

  it('say so when there are none', async () => {
    await opened();
    expect(await screen.findByText('No top-ups yet.')).toBeTruthy();
  });
});

describe('receipts after erasing', () => {
  it('are gone from the page too', async () => {
    let kept = [topUp({ lineName: 'Phone' })];
    await opened({
      answers: {
        receipts: () => answer(kept),
        'erase-all': () => {
          kept = [];
          return answer(null);
        },
      },
    });
    await screen.findByRole('button', { name: 'Copy receipt' });
    press('Erase everything…');
    fireEvent.click(screen.getByLabelText(/cannot be brought back/));
    press('Erase now');
    expect(await screen.findByText('No top-ups yet.')).toBeTruthy();
  });
});

describe('diagnostics', () => {
  it('are shown in full before they can be copied or saved', async () => {
    const { asked, copied, saved } = await opened({
      answers: { diagnostics: answer('Data Balance 0.1.0') },
    });
    expect(screen.queryByRole('button', { name: 'Save as a file' })).toBeNull();
    press('Show diagnostics');
    expect(await screen.findByRole('textbox', { name: 'Diagnostics' })).toHaveProperty(
      'value',
      'Data Balance 0.1.0',
    );
    const card = screen.getByRole('region', { name: 'Diagnostics' });
    fireEvent.click(within(card).getByRole('button', { name: 'Copy' }));
    fireEvent.click(within(card).getByRole('button', { name: 'Save as a file' }));
    await screen.findByText('Copied.');
    expect([copied, saved[0]?.text]).toEqual([['Data Balance 0.1.0'], 'Data Balance 0.1.0']);
    const environment = { userAgent: 'Browser/1' };
    expect(asked.at(-1)).toEqual({ name: 'diagnostics', input: { environment } });
  });
});

describe('erasing everything', () => {
  it('needs a second word', async () => {
    const { asked } = await opened();
    press('Erase everything…');
    press('Erase now');
    expect(asked.some(({ name }) => name === 'erase-all')).toBe(false);
    fireEvent.click(screen.getByLabelText(/cannot be brought back/));
    press('Erase now');
    await screen.findByText('Everything is erased.');
    expect(asked.some(({ name }) => name === 'erase-all')).toBe(true);
  });

  it('asks for the second word anew each time', async () => {
    await opened();
    press('Erase everything…');
    fireEvent.click(screen.getByLabelText(/cannot be brought back/));
    press('Cancel');
    press('Erase everything…');
    expect(screen.getByLabelText<HTMLInputElement>(/cannot be brought back/).checked).toBe(false);
  });
});

describe('the passphrase', () => {
  const set = (first: string, second: string) => {
    type('New passphrase', first);
    type('The same once more', second);
    press('Set passphrase');
  };

  it('says plainly how secrets lie while there is none', async () => {
    await opened();
    expect(screen.getByText(/stored on this computer as they are/)).toBeTruthy();
    expect(describedBy(screen.getByLabelText('New passphrase'))).toContain('cannot be recovered');
  });

  it('is set when it was typed twice in the same way', async () => {
    const { asked } = await opened();
    set('four words of mine', 'four words of mine');
    await screen.findByText('Saved.');
    expect(asked).toContainEqual({ name: 'set-passphrase', input: { passphrase: 'four words of mine' } });
  });

  it('is not set when the two differ', async () => {
    const { asked } = await opened();
    set('four words of mine', 'four words of mime');
    const again = screen.getByLabelText('The same once more');
    await waitFor(() => expect(describedBy(again)).toContain('not the same'));
    expect(document.activeElement).toBe(again);
    expect(asked.some(({ name }) => name === 'set-passphrase')).toBe(false);
  });

  it('one that protects nothing is refused in words', async () => {
    const error = { kind: 'passphrase', reason: 'too-short' } as const;
    await opened({ answers: { 'set-passphrase': { ok: false, error } } });
    set('1234', '1234');
    expect(await screen.findByText(/too short to protect anything/)).toBeTruthy();
  });

  it('a wrong one does not unlock, and the focus is back in its input', async () => {
    const error = { kind: 'passphrase', reason: 'wrong' } as const;
    await opened({ state: { secrets: 'locked' }, answers: { unlock: { ok: false, error } } });
    type('Passphrase', 'wrong');
    press('Unlock');
    await screen.findByText('This passphrase is not right.');
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase', { selector: 'input' }));
  });

  it('while it is locked, says what a forgotten one costs', async () => {
    await opened({ state: { secrets: 'locked' } });
    expect(screen.getByText(/forgotten passphrase cannot be recovered/)).toBeTruthy();
  });

  it('is taken away only after saying what that means', async () => {
    const { asked } = await opened({ state: { secrets: 'open' } });
    press('Remove passphrase');
    const dialog = screen.getByRole('dialog', { name: 'Remove passphrase' });
    expect(within(dialog).getByText(/stored as they are again/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove passphrase' }));
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({ name: 'set-passphrase', input: { passphrase: null } }),
    );
  });

  it('is locked at once when the person wishes', async () => {
    const { asked } = await opened({ state: { secrets: 'open' } });
    press('Lock now');
    await waitFor(() => expect(asked).toContainEqual({ name: 'lock', input: {} }));
  });
});
