import { GB, glanceLine, MB } from '../glances.ts';
import { type HistoryWorldOptions, madeUpHistory } from '../history-world.ts';
import { aSample } from '../records.ts';

/* What the history page may find when it opens. */

const phone = glanceLine({ name: 'Phone' });
const router = glanceLine({ id: 'line-2', name: 'Pocket Wi-Fi', kind: 'data-card' });
const calling = glanceLine({
  id: 'line-3',
  name: 'Calling card for the family in Taichung',
  kind: 'calling',
});

const phoneRows = madeUpHistory('line-1', { days: 730, gap: [20, 15] });
const routerRows = madeUpHistory('line-2', { days: 200, seed: 3, daily: 1.9 * GB, total: 60 * GB });
const callingRows = phoneRows
  .filter((_, index) => index % 40 === 0)
  .map(({ at }, index) =>
    aSample(at, { lineId: 'line-3', credit: { amount: 2000 - ((index * 70) % 1600), currency: 'GBP' } }),
  );

export const HISTORY_WORLDS: Record<string, HistoryWorldOptions> = {
  one: { lines: [phone], samples: phoneRows },
  some: { lines: [phone, router, calling], samples: [...phoneRows, ...routerRows, ...callingRows] },
  young: { lines: [phone], samples: madeUpHistory('line-1', { days: 2 }) },
  none: { lines: [phone], samples: [] },
  empty: { lines: [], samples: [] },
  demo: {
    lines: [glanceLine({ demo: true, name: 'Demo line' })],
    samples: madeUpHistory('line-1', { days: 20, daily: 90 * MB }),
  },
  trouble: { lines: [phone], samples: [], trouble: true, glance: { notices: ['memory-only'] } },
};
