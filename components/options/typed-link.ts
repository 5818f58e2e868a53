import { ownLink } from '../../utils/domain/checkout-host.ts';
import type { MessageKey } from '../../utils/domain/words.ts';

/** A top-up page as it is being typed. */
export interface TypedLink {
  url: string;
  /** the person confirmed its host */
  confirmed: boolean;
}

/** What stands against saving a typed link; null = nothing. An empty link is no link. */
export function linkProblem({ url, confirmed }: TypedLink): MessageKey | null {
  if (url.trim() === '') return null;
  const verdict = ownLink(url);
  if (verdict.ok) return confirmed ? null : 'lineLinkUnconfirmed';
  return verdict.reason === 'not-https' ? 'lineLinkNotHttps' : 'lineLinkMalformed';
}

/** Moves the focus to what stands against saving. */
export function focusLinkProblem(link: TypedLink): void {
  const id = linkProblem(link) === 'lineLinkUnconfirmed' ? 'own-link-confirmed' : 'own-link';
  document.getElementById(id)?.focus();
}
