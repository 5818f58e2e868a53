import type { Declaration, Http, Provider, ProviderLine } from './contract.ts';
import { iccidField, KEY } from './standards/esim-fields.ts';
import { field } from './standards/fields.ts';
import { ownHosts } from './standards/help.ts';

const ORIGIN = 'https://api.esimaccess.com';

/** eSIM Access, a wholesaler; an eSIM is looked up, and nothing is ever ordered, topped up or cancelled. */
export const esimAccessDeclaration: Declaration = {
  id: 'esim-access',
  name: 'eSIM Access',
  keywords: [
    'esimaccess',
    'travel eSIM',
    'reseller',
    '旅行',
    '境外流量',
    '出国上网',
    '出國上網',
    '漫游',
    '漫遊',
  ],
  defaultKind: 'esim',
  signIn: 'key',
  fields: [
    field({
      name: 'accessCode',
      label: 'fieldAccessCodeLabel',
      help: 'fieldAccessCodeHelp',
      secret: true,
      pattern: KEY,
    }),
    iccidField,
  ],
  documentationUrl: 'https://docs.esimaccess.com/',
  network: 'internet',
  // What it tells is two to three hours old.
  minPollMinutes: 60,
  experimental: false,
  spendsMoney: true,
  hostPatterns: [`${ORIGIN}/*`],
  origins: () => [ORIGIN],
  staticHelp: ownHosts('esimaccess.com', 'docs.esimaccess.com', 'api.esimaccess.com'),
};

export const esimAccess: Provider = {
  ...esimAccessDeclaration,
  read: async (line, { http, readApart }) => {
    const answer = await query(line, http);
    return readApart({ reads: 'esim-access', answer, iccid: line.iccid?.trim() ?? '' });
  },
};

async function query(line: ProviderLine, http: Http): Promise<unknown> {
  const answer = await http.request({
    method: 'POST',
    url: `${ORIGIN}/api/v1/open/esim/query`,
    headers: { accept: 'application/json', 'rt-accesscode': line.accessCode?.trim() ?? '' },
    json: { iccid: line.iccid?.trim() ?? '', pager: { pageNum: 1, pageSize: 5 } },
  });
  return answer.json();
}
