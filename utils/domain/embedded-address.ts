const DECODE_AT_MOST = 4;

/** The text and what it becomes by undoing percent-encoding, again and again. */
export function decodings(text: string): string[] {
  const forms = [text];
  for (let round = 0; round < DECODE_AT_MOST; round += 1) {
    const last = forms.at(-1) ?? '';
    const next = last.replace(/(?:%[\da-f]{2})+/gi, (run) => {
      const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
      return new TextDecoder().decode(bytes);
    });
    if (next === last) break;
    forms.push(next);
  }
  return forms;
}

/** The values that a page might follow: each part of the query and of the fragment, names included. */
function parts(url: URL): string[] {
  const texts = [url.search.slice(1), url.hash.slice(1)];
  return texts
    .flatMap((text) => [text, ...text.split(/[&;?#]/), ...text.split(/[&;=?#]/)])
    .flatMap(decodings);
}

/** The host that a browser would go to when it followed `value`; null = it is no address of its own. */
function hostOf(value: string): string | null {
  if (!/^(?:https?:|wss?:|ftp:|[\\/]{2})/i.test(value)) return null;
  const absolute = /^[\\/]/.test(value) ? `https:${value}` : value;
  return URL.canParse(absolute) ? new URL(absolute).host : value;
}

/**
 * Addresses that stand inside an address, as in `?next=https://elsewhere.example`, by their hosts; 'script' =
 * one of them would run something; null = there is none.
 */
export function embeddedAddress(url: URL): { hosts: string[] } | 'script' | null {
  const values = parts(url).map((value) => value.replace(/[\s\p{Cc}\p{Cf}+]/gu, ''));
  if (values.some((value) => /^(?:javascript|vbscript|data|blob|file):/i.test(value))) return 'script';
  const hosts = values.map(hostOf).filter((host) => host !== null);
  return hosts.length > 0 ? { hosts } : null;
}
