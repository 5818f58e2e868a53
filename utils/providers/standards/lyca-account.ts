import { Failure, type FailureKind } from '../../domain/failure.ts';
import type { Reading } from '../../domain/reading.ts';
import type { ProviderLine, ReadContext } from '../contract.ts';
import { isRecord } from './loose.ts';
import { internationalDigits, type LycaSite } from './lyca-sites.ts';
import { logIn } from './session-token.ts';

const SPANISH = 'www.lycamobile.es';

/** The page on which a person signs in, and on which the figures stand then. */
export function accountUrl({ host }: LycaSite): string {
  return `https://${host}/${host === SPANISH ? 'es' : 'en'}/my-account/`;
}

/** The reading of this line. Where a password is kept it is sent at most once, for whichever reason. Throws Failure. */
export async function readLyca(line: ProviderLine, site: LycaSite, context: ReadContext): Promise<Reading> {
  const canSignIn = Boolean(line.number && line.password);
  try {
    return await readPage(line, site, context, canSignIn ? 'signed-out' : 'unreadable');
  } catch (error) {
    const helps = canSignIn && error instanceof Failure && error.kind === 'signed-out';
    if (!helps) throw error;
  }
  await signIn(line, site, context);
  return readPage(line, site, context, 'unreadable');
}

/** Throws Failure: `signed-out` where signing in may help, and `ofAnother` where somebody else is signed in. */
async function readPage(
  { number = '' }: ProviderLine,
  site: LycaSite,
  { http, readApart }: ReadContext,
  ofAnother: FailureKind,
): Promise<Reading> {
  const request = { url: accountUrl(site), headers: { accept: 'text/html' }, cookies: true };
  const answer = await http.request({ ...request, followsOwnOrigin: true });
  return readApart({ reads: 'lyca', html: answer.text(), site: site.host, number, ofAnother });
}

/** Signs the browser in as the line's own number. Throws Failure. */
async function signIn(line: ProviderLine, site: LycaSite, { http }: ReadContext): Promise<void> {
  const told = await logIn(http, {
    url: `https://${site.host}/wp-admin/admin-ajax.php`,
    headers: { accept: 'application/json' },
    form: {
      action: 'lyca_login_ajax',
      method: 'login',
      mobile_no: internationalDigits(line.number ?? '', site.callingCode),
      pass: line.password ?? '',
    },
    cookies: true,
  });
  const refused = isRecord(told) ? String(told.is_error).toLowerCase() : '';
  if (refused === 'true') throw new Failure('signed-out', 'number or password refused');
  if (refused !== 'false') throw new Failure('unreadable', 'a sign-in without a verdict');
}
