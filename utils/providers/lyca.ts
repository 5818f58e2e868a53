import { Failure } from '../domain/failure.ts';
import { FieldError, type PagePiece, type Provider, type ProviderLine, type ReadContext } from './contract.ts';
import { field } from './standards/fields.ts';
import { ownHosts } from './standards/help.ts';
import { isRecord } from './standards/loose.ts';
import { isAccountPage, numberOn, readingOf, WANTED } from './standards/lyca-page.ts';
import {
  internationalDigits,
  isSameNumber,
  LYCA_HOSTS,
  type LycaSite,
  lycaSite,
} from './standards/lyca-sites.ts';
import { refusedLogin } from './standards/session-token.ts';

const BRITISH = 'www.lycamobile.co.uk';
const SPANISH = 'www.lycamobile.es';

/**
 * Lyca Mobile publishes no account API: the figures stand on the account page alone. It is asked with the session that
 * the browser has there, or signed in with the line's own number and password.
 */
export const lyca: Provider = {
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
      choices: LYCA_HOSTS.map((host) => ({ value: host, region: lycaSite(host)?.region ?? '' })),
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
  read: async (line, context) => {
    const site = siteOf(line);
    return readingOf(await pageOfLine(line, site, context), site, context.now);
  },
  help: async (line) => {
    const site = siteOf(line);
    return { ...ownHosts(site.host), accountUrl: accountUrl(site) };
  },
  sessionUrl: ({ site = '' }) => {
    const found = lycaSite(site);
    return found && accountUrl(found);
  },
  topUpUrl: ({ site = '' }) => {
    const host = lycaSite(site)?.host;
    return host === undefined ? null : `https://${host}/${host === BRITISH ? 'en/quick-top-up/' : ''}`;
  },
};

/** Throws Failure for a line that another version has stored. */
function siteOf({ site = '' }: ProviderLine): LycaSite {
  const found = lycaSite(site);
  if (!found) throw new Failure('unreadable', 'none of the shops that are known');
  return found;
}

function accountUrl({ host }: LycaSite): string {
  return `https://${host}/${host === SPANISH ? 'es' : 'en'}/my-account/`;
}

/** The account page about this line. Where a password is kept it is sent at most once, for whichever reason. */
async function pageOfLine(line: ProviderLine, site: LycaSite, context: ReadContext): Promise<PagePiece[]> {
  const found = await accountPage(line, site, context);
  if (!(found instanceof Failure)) return found;
  if (!line.number || !line.password) throw found;
  await signIn(line, site, context);
  const own = await accountPage(line, site, context);
  if (own instanceof Failure) throw own;
  return own;
}

/**
 * The account page, or why signing in may help: nobody is signed in, or somebody else. Throws Failure for all else.
 */
async function accountPage(
  line: ProviderLine,
  site: LycaSite,
  context: ReadContext,
): Promise<PagePiece[] | Failure> {
  const request = { url: accountUrl(site), headers: { accept: 'text/html' }, cookies: true };
  const answer = await context.http.request({ ...request, followsOwnOrigin: true, readsErrors: true });
  if (answer.status >= 400) {
    const failure = answer.failure();
    if (failure.kind === 'signed-out') return failure;
    throw failure;
  }
  const pieces = await context.parseHtml(answer.text(), WANTED);
  if (!isAccountPage(pieces)) return new Failure('signed-out', 'no account page');
  const shown = numberOn(pieces);
  const isOwn = !line.number || shown === null || isSameNumber(shown, line.number, site);
  return isOwn ? pieces : new Failure('unreadable', 'the account page of another number');
}

/** Signs the browser in as the line's own number. Throws Failure. */
async function signIn(line: ProviderLine, site: LycaSite, { http }: ReadContext): Promise<void> {
  const answer = await http.request({
    method: 'POST',
    url: `https://${site.host}/wp-admin/admin-ajax.php`,
    headers: { accept: 'application/json' },
    form: {
      action: 'lyca_login_ajax',
      method: 'login',
      mobile_no: internationalDigits(line.number ?? '', site.callingCode),
      pass: line.password ?? '',
    },
    cookies: true,
    readsErrors: true,
  });
  if (answer.status >= 400) throw refusedLogin(answer);
  const told = answer.json();
  const refused = isRecord(told) ? String(told.is_error).toLowerCase() : '';
  if (refused === 'true') throw new Failure('signed-out', 'number or password refused');
  if (refused !== 'false') throw new Failure('unreadable', 'a sign-in without a verdict');
}
