import { Failure } from '../../domain/failure.ts';
import type { PagePiece, ProviderLine, ReadContext } from '../contract.ts';
import { isRecord } from './loose.ts';
import { isAccountPage, numberOn, WANTED } from './lyca-page.ts';
import { internationalDigits, isSameNumber, type LycaSite } from './lyca-sites.ts';
import { refusedLogin } from './session-token.ts';

const SPANISH = 'www.lycamobile.es';

/** The page on which a person signs in, and on which the figures stand then. */
export function accountUrl({ host }: LycaSite): string {
  return `https://${host}/${host === SPANISH ? 'es' : 'en'}/my-account/`;
}

/** The account page about this line. Where a password is kept it is sent at most once, for whichever reason. */
export async function pageOfLine(
  line: ProviderLine,
  site: LycaSite,
  context: ReadContext,
): Promise<PagePiece[]> {
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
