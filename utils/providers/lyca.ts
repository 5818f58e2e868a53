import { Failure } from '../domain/failure.ts';
import { type Declaration, FieldError, type Provider, type ProviderLine } from './contract.ts';
import { field } from './standards/fields.ts';
import { ownHosts } from './standards/help.ts';
import { accountUrl, readLyca } from './standards/lyca-account.ts';
import { lycaShop } from './standards/lyca-shops.ts';
import { LYCA_HOSTS, type LycaSite, lycaSite } from './standards/lyca-sites.ts';

const BRITISH = 'www.lycamobile.co.uk';

/**
 * Lyca Mobile publishes no account API: the figures stand on the account page alone. It is asked with the session that
 * the browser has there, or signed in with the line's own number and password.
 */
export const lycaDeclaration: Declaration = {
  id: 'lyca',
  name: 'Lyca Mobile',
  keywords: ['Lycamobile', 'Lyca', '来卡', '來卡', '莱卡', '萊卡', 'UK', 'España', 'France', '英国', '英國'],
  defaultKind: 'phone',
  signIn: 'browser-session',
  fields: [
    field({
      name: 'site',
      label: 'fieldLycaSiteLabel',
      initial: BRITISH,
      choices: LYCA_HOSTS.map((host) => ({ value: host, region: lycaShop(host)?.region ?? '' })),
    }),
    field({
      name: 'number',
      label: 'fieldNumberLabel',
      help: 'fieldLycaNumberHelp',
      required: false,
      example: '447400000000',
      input: 'tel',
      pattern: '\\+?[0-9](?:[ ().\\-\\/]?[0-9]){5,14}',
    }),
    field({
      name: 'password',
      label: 'fieldPasswordLabel',
      help: 'fieldLycaPasswordHelp',
      secret: true,
      required: false,
    }),
  ],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 0,
  experimental: true,
  cookies: true,
  spendsMoney: false,
  hostPatterns: LYCA_HOSTS.map((host) => `https://${host}/*`),
  origins: ({ site = '', number = '', password = '' }) => {
    const found = lycaSite(site);
    if (!found) throw new FieldError('site', 'unknown-host');
    if (password !== '' && number.trim() === '') throw new FieldError('number', 'missing');
    return [`https://${found.host}`];
  },
  sessionUrl: ({ site = '' }) => {
    const found = lycaSite(site);
    return found && accountUrl(found);
  },
  // Its terms, section 4.3. Those of the other shops are not known.
  lapseDays: ({ site = '' }) => (site === BRITISH ? 90 : null),
  topUpUrl: ({ site = '' }) => {
    const host = lycaSite(site)?.host;
    return host === undefined ? null : `https://${host}/${host === BRITISH ? 'en/quick-top-up/' : ''}`;
  },
};

export const lyca: Provider = {
  ...lycaDeclaration,
  read: async (line, context) => readLyca(line, siteOf(line), context),
  help: async (line) => {
    const site = siteOf(line);
    return { ...ownHosts(site.host), accountUrl: accountUrl(site) };
  },
};

/** Throws Failure for a line that another version has stored. */
function siteOf({ site = '' }: ProviderLine): LycaSite {
  const found = lycaSite(site);
  if (!found) throw new Failure('unreadable', 'none of the shops that are known');
  return found;
}
