/** The part of trusted types that is used; older browsers have none and take the text itself. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

/** The one policy that the pages' content security policy names. */
const POLICY = 'inert-html';

/**
 * Parses pages into documents that are never shown: no script of theirs runs, and nothing that they name is loaded.
 * To be called once, as a browser makes a policy of that name only once.
 */
export function createInertParser(): (html: string) => Document {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(POLICY, { createHTML: (html) => html });
  return (html) => new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}
