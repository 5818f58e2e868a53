// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { historyCsv } from '../../../utils/domain/history-csv.ts';
import { glanceLine } from '../../support/glances.ts';
import { openHistory } from '../../support/history-page.tsx';
import { madeUpHistory } from '../../support/history-world.ts';

const line = glanceLine();
const samples = madeUpHistory('line-1', { days: 20 });

describe('the history page without figures', () => {
  it('sends the person to add a line where there is none', async () => {
    await openHistory({ lines: [], samples: [] });
    expect(screen.getByRole('link', { name: 'Add your line' }).getAttribute('href')).toBe(
      '/options.html#add',
    );
  });

  it('says that history is yet to come, and shows no empty chart', async () => {
    await openHistory({ lines: [line], samples: [] });
    expect(await screen.findByText(/No history yet/)).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('says that the demo line is made up', async () => {
    await openHistory({ lines: [glanceLine({ demo: true })], samples });
    expect(await screen.findByText(/demo line is made up/)).toBeTruthy();
  });

  it('says that history cannot be read, and reads it when asked again', async () => {
    const world = await openHistory({ lines: [line], samples, trouble: true });
    await screen.findByText(/History cannot be read just now/);
    world.stored.trouble = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Use per day' });
    await waitFor(() => expect(screen.queryByText(/cannot be read/)).toBeNull());
  });

  it('has the glance made anew where there is none, and does not speak of a first line meanwhile', async () => {
    const { asked } = await openHistory({ lines: [line], samples, late: true });
    expect(screen.queryByRole('link', { name: 'Add your line' })).toBeNull();
    await screen.findByRole('heading', { name: 'Use per day' });
    expect(asked).toEqual([{ name: 'rebuild-glance', input: {} }]);
    expect(screen.queryByText('Opening…')).toBeNull();
  });

  it('says how many rows cannot be read', async () => {
    await openHistory({ lines: [line], samples, bad: 3 });
    expect(await screen.findByText('3 rows of history cannot be read and are left out.')).toBeTruthy();
  });

  it.each(['en', 'zh_CN', 'zh_TW'] as const)('F13: axe finds nothing in %s', async (language) => {
    const { page } = await openHistory({ lines: [line], samples }, '?range=30', language);
    await screen.findAllByRole('slider');
    const { violations } = await axe.run(page, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

describe('files', () => {
  const choose = (text: string, name: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no input for files');
    fireEvent.change(input, { target: { files: [new File([text], name)] } });
  };
  const imported = { ok: true, value: { lines: 0, receipts: 0, samples: 2, setAside: 0 } };

  it('are saved as a table of the line that is shown, and as JSON', async () => {
    const all = { lines: [], samples: [], receipts: [], alerts: [], settings: null };
    const named = { lines: [{ id: 'line-1', name: line.name }], samples };
    const answers = { 'export-history': { ok: true, value: named }, 'export-all': { ok: true, value: all } };
    const world = await openHistory({ lines: [line], samples, answers });
    fireEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
    await screen.findByText(/handed to the browser/);
    fireEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
    await waitFor(() => expect(world.saved).toHaveLength(2));
    expect(world.saved).toEqual([
      {
        name: 'data-balance-history-2026-11-21.csv',
        text: historyCsv(samples, new Map([['line-1', line.name]])),
      },
      { name: 'data-balance-2026-11-21.json', text: expect.stringContaining('"format": "data-balance"') },
    ]);
    expect(world.asked[0]).toEqual({ name: 'export-history', input: { lineId: 'line-1' } });
  });

  it('that are tables come in without loss, in the form that every import has', async () => {
    const world = await openHistory({ lines: [line], samples, answers: { 'import-all': imported } });
    choose(historyCsv(samples, new Map([['line-1', line.name]])), 'history.csv');
    expect(await screen.findByText('Imported: lines 0, receipts 0, history rows 2.')).toBeTruthy();
    const parts = { settings: null, lines: [], receipts: [], samples, alerts: [] };
    expect(world.asked.at(-1)).toEqual({ name: 'import-all', input: { parts } });
  });

  it('that are JSON go on as they are', async () => {
    const world = await openHistory({ lines: [line], samples, answers: { 'import-all': imported } });
    choose('{"format":"data-balance","version":1}', 'all.json');
    await screen.findByText(/^Imported/);
    expect(world.asked.at(-1)).toEqual({
      name: 'import-all',
      input: { parts: { settings: null, lines: [], receipts: [], samples: [], alerts: [] } },
    });
  });

  it('of lines that are not here are told apart from rows that cannot be read', async () => {
    await openHistory({ lines: [line], samples, answers: { 'import-all': imported } });
    const stray = samples.slice(0, 1).map((sample) => ({ ...sample, lineId: 'gone' }));
    choose(historyCsv([...samples, ...stray], new Map()), 'history.csv');
    expect(await screen.findByText(/Rows of lines that are not here, left out: 1\./)).toBeTruthy();
  });

  it('that are neither are named by their first line, and nothing is imported', async () => {
    const world = await openHistory({ lines: [line], samples });
    choose('date,price\n1,2\n', 'prices.csv');
    expect(await screen.findByText(/Its first line is “date,price”/)).toBeTruthy();
    expect(world.asked).toEqual([]);
  });
});
