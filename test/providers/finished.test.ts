import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { providers } from '../../utils/providers/registry.ts';
import { loadCases } from '../support/cases.ts';
import { leftToDo } from '../support/new-provider/left.ts';

const CASES = loadCases(fileURLToPath(new URL('../fixtures', import.meta.url)));
const asking = providers.filter(({ id }) => id !== 'demo');

describe('every provider', () => {
  it.each(asking)('$id is finished: fill in what is listed here', (provider) => {
    const own = CASES.filter(({ recorded }) => recorded.provider === provider.id);
    const left = leftToDo(
      provider,
      own.map(({ recorded }) => recorded),
    );
    expect(left).toEqual([]);
  });
});
