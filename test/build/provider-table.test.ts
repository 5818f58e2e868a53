import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountApi } from '../../utils/providers/account-api.ts';
import type { Declaration, Provider } from '../../utils/providers/contract.ts';
import { providers } from '../../utils/providers/registry.ts';
import { WEAK_POINTS } from '../../utils/providers/weak-points.ts';
import { reseller, router } from '../support/made-up-providers.ts';
import { PAGE_PATH, providerTable, withTable } from '../support/provider-table.ts';
import { importsOf, sourceFiles } from '../support/source-files.ts';

const row = (...args: Parameters<typeof providerTable>) => providerTable(...args).split('\n')[2] ?? '';

const whole = (declaration: Declaration): Provider => ({
  ...declaration,
  read: accountApi.read,
  help: accountApi.help,
});

describe('the table of providers in the README', () => {
  it('is up to date: run `node test/support/provider-table.ts` after a change of a declaration', () => {
    const page = readFileSync(PAGE_PATH, 'utf8');
    expect(page).toBe(withTable(page));
  });

  it('has a sentence on what is weak for each provider, and for no other', () => {
    expect(Object.keys(WEAK_POINTS).toSorted()).toEqual(providers.map(({ id }) => id).toSorted());
  });

  it('tells what the account API can do besides the balance', () => {
    expect(row([accountApi])).toContain(
      '| balance; lines of the account; offers, checkout and receipts; help |',
    );
  });

  it('tells a key that can spend money, the sign-in, and how often a device may be asked', () => {
    expect(row([whole(reseller)], {})).toContain('| API key | 15 min | Its key can spend money. |');
    expect(row([whole(router)], { router: 'Slow.' })).toContain('| balance on the local network; help |');
    expect(row([whole(router)], { router: 'Slow.' })).toContain('| none | 5 min | Slow. |');
  });

  it('takes room in no package: nothing that ships imports its sentences', () => {
    const shipped = ['utils', 'components', 'entrypoints'].flatMap(sourceFiles);
    const importing = shipped.filter((file) =>
      importsOf(file).some(({ from }) => from === 'utils/providers/weak-points.ts'),
    );
    expect(importing).toEqual([]);
  });
});
