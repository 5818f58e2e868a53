/** The host of an origin or address, with its port; the text itself where it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** An address that may stand in a link: https alone, re-serialised; null for anything else. */
export function webLink(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain ? url.href : null;
}
