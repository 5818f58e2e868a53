import { decodings } from '../../domain/embedded-address.ts';
import { secretForms } from '../../domain/secret-forms.ts';
import { FieldError, type ProviderLine } from '../contract.ts';
import { customRequest, typedHeaders } from './custom-request.ts';
import { mappingIn } from './mapping.ts';

/** The browser sets these itself, and drops what anybody else says. */
const FORBIDDEN =
  /^(?:cookie2?|host|origin|referer|content-length|connection|te|upgrade|via|date|dnt|expect|keep-alive|trailer|transfer-encoding|accept-(?:charset|encoding)|(?:proxy|sec|access-control)-.*)$/i;
/** Names under which addresses carry keys. */
const KEY_NAME =
  /(?:^|[_.-])(?:api[_-]?key|key|token|secret|password|passwd|pwd|auth|signature|sig|session(?:[_-]?id)?)$/i;

/** What a person must not fill in, whether or not a request could be made of it. Throws FieldError. */
export function checkCustomForm(line: ProviderLine): void {
  const mapping = line.mapping ? mappingIn(line.mapping) : null;
  if (line.mapping && !mapping) throw new FieldError('mapping', 'malformed');
  const secrets = typedHeaders(line.headers);
  const { url, headers = {} } = customRequest(line, mapping?.headers);
  if (Object.keys(headers).some((name) => FORBIDDEN.test(name)))
    throw new FieldError('headers', 'forbidden-header');
  if (tellsSecret(new URL(url), Object.values(secrets))) throw new FieldError('url', 'secret-in-address');
}

/** Addresses are stored and shown in full. */
function tellsSecret(url: URL, secrets: readonly string[]): boolean {
  const written = decodings(url.href).map((text) => text.toLowerCase());
  const forms = secretForms(secrets).map((form) => form.toLowerCase());
  const named = [...url.searchParams].some(([name, value]) => value !== '' && KEY_NAME.test(name));
  return named || forms.some((form) => written.some((text) => text.includes(form)));
}
