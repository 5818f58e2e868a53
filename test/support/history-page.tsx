import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { App } from '../../entrypoints/history/App.tsx';
import { choiceOf } from '../../entrypoints/history/choice.ts';
import { type HistoryWorld, type HistoryWorldOptions, historyWorld } from './history-world.ts';
import { type Language, wordsFor } from './words.ts';

export interface OpenHistory extends HistoryWorld {
  page: Element;
  /** how often the first figures were said to be there */
  firsts: number[];
}

/** The history page in an outside that is made up, `query` as in its address. */
export async function openHistory(
  options: HistoryWorldOptions,
  query = '',
  language: Language = 'en',
): Promise<OpenHistory> {
  cleanup();
  const world = historyWorld(options);
  const firsts: number[] = [];
  const { container } = render(
    <App
      deps={world.deps}
      words={wordsFor(language)}
      first={options.late ? null : structuredClone(world.glance)}
      firstChoice={choiceOf(query)}
      onFirst={() => firsts.push(1)}
    />,
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...world, page: container, firsts };
}

/** Opens the table of a chart and answers its rows, each as its cells. */
export async function tableOf(chart: string): Promise<string[][]> {
  const card = await screen.findByRole('region', { name: chart });
  const details = card.querySelector('details');
  if (details && !details.open) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
  await screen.findByRole('table', { name: chart });
  return [...card.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? ''),
  );
}
