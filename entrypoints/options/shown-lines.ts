import type { ShownLine } from '../../components/options/shown-line.ts';
import type { Page } from './page.ts';

/** The stored lines in the person's order, each with what was read of it. */
export function shownLines({ state, glance, deps }: Pick<Page, 'state' | 'glance' | 'deps'>): ShownLine[] {
  return state.lines
    .toSorted((a, b) => a.order - b.order)
    .map((line) => ({
      line,
      glance: glance?.lines.find(({ id }) => id === line.id) ?? null,
      providerName: deps.providers.find(({ id }) => id === line.providerId)?.name ?? line.providerId,
    }));
}
