import { decodings } from '../../utils/domain/embedded-address.ts';
import { secretForms } from '../../utils/domain/secret-forms.ts';

/**
 * Does an address that we built ourselves carry a known secret, or a run of eight digits (a line's number, an
 * account) in its query or fragment? An address that cannot be parsed is taken to carry one.
 */
export function carriesSecret(url: string, secrets: readonly string[]): boolean {
  if (!URL.canParse(url)) return true;
  const { search, hash, href } = new URL(url);
  if (decodings(search + hash).some((text) => /\p{Nd}{8,}/u.test(text))) return true;
  const forms = secretForms(secrets).map((form) => form.toLowerCase());
  const texts = [...decodings(href), ...decodings(url)].map((text) => text.toLowerCase());
  return forms.some((form) => texts.some((text) => text.includes(form)));
}
