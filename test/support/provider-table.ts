import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MINUTE } from '../../utils/domain/instant.ts';
import { pollFloorMs } from '../../utils/domain/schedule.ts';
import type { Provider } from '../../utils/providers/contract.ts';
import { providers } from '../../utils/providers/registry.ts';
import { WEAK_POINTS } from '../../utils/providers/weak-points.ts';

export const PAGE_PATH = fileURLToPath(new URL('../../README.md', import.meta.url));

const BEGIN = '<!-- Made by `node test/support/provider-table.ts` from the declarations. Do not edit. -->\n';
const END = '<!-- End of what is made. -->\n';

const SIGN_IN: Record<Provider['signIn'], string> = {
  none: 'none',
  token: 'token',
  'oauth-or-token': 'OAuth or token',
  password: 'password',
  key: 'API key',
  'browser-session': "the browser's own session",
};

const REACHED: Record<Provider['network'], string> = {
  internet: '',
  local: 'on the local network',
  'own-network': 'through its own network',
};

/** What each provider can do, as a table in Markdown. */
export function providerTable(all: readonly Provider[] = providers, weak = WEAK_POINTS): string {
  const head = [
    '| provider | id | can tell | sign-in | at most every | known to be weak |',
    '|---|---|---|---|---|---|',
  ];
  const rows = all.map((provider) => {
    const floor = `${pollFloorMs(provider) / MINUTE} min`;
    const cells = [provider.name, `\`${provider.id}\``, can(provider), SIGN_IN[provider.signIn], floor];
    return `| ${[...cells, weakness(provider, weak)].map(cell).join(' | ')} |`;
  });
  return `${[...head, ...rows].join('\n')}\n`;
}

function can({ topUps, topUpUrl, lines, help, network }: Provider): string {
  const abilities = [
    ['balance', REACHED[network]].filter(Boolean).join(' '),
    ...(lines ? ['lines of the account'] : []),
    ...(topUps ? ['offers, checkout and receipts'] : []),
    ...(topUpUrl ? ["link to the carrier's top-up page"] : []),
    ...(help ? ['help'] : []),
  ];
  return abilities.join('; ');
}

function weakness({ id, experimental, spendsMoney }: Provider, weak: Readonly<Record<string, string>>) {
  return [
    experimental ? 'Experimental: may break without notice.' : '',
    spendsMoney ? 'Its key can spend money.' : '',
    weak[id] ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The page with the table in its place. Throws where the page has no place for it. */
export function withTable(page: string, table = providerTable()): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('README.md has lost the marks around its table of providers');
  return `${page.slice(0, begin)}${BEGIN}\n${table}\n${page.slice(end)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = readFileSync(PAGE_PATH, 'utf8');
  const isNew = withTable(page) !== page;
  if (isNew) writeFileSync(PAGE_PATH, withTable(page));
  console.log(isNew ? 'README.md was written' : 'README.md is up to date');
}
