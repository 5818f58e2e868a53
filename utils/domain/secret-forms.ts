/** Shorter secrets would match ordinary text everywhere. */
const SHORTEST = 4;
const SHORTEST_PART = 8;

/** `text` in base64 as it stands inside a longer encoded text, whatever precedes it: one form for each phase. */
function base64Forms(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  return [0, 1, 2].flatMap((phase) => {
    const padded = new Uint8Array(phase + bytes.length);
    padded.set(bytes, phase);
    const encoded = btoa(Array.from(padded, (byte) => String.fromCharCode(byte)).join(''));
    const first = Math.ceil((phase * 8) / 6);
    const inner = encoded.slice(first, Math.floor((padded.length * 8) / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function urlForms(text: string): string[] {
  const form = new URLSearchParams([['', text.toWellFormed()]]).toString().slice(1);
  return [encodeURIComponent(text.toWellFormed()), encodeURI(text.toWellFormed()), form];
}

/**
 * Every form in which a secret may stand in a text: as it is, its longer parts, escaped for JSON, encoded for an
 * address, and in base64. Longest first; matching should ignore case.
 */
export function secretForms(secrets: readonly string[]): string[] {
  const forms = new Set<string>();
  for (const secret of secrets.map((text) => text.trim()).filter((text) => text.length >= SHORTEST)) {
    const parts = secret.split(/[\s;]+/).filter((part) => part.length >= SHORTEST_PART);
    for (const text of [secret, ...parts]) {
      for (const form of [text, JSON.stringify(text).slice(1, -1), ...urlForms(text), ...base64Forms(text)]) {
        if (form.length >= SHORTEST) forms.add(form);
      }
    }
  }
  return [...forms].sort((a, b) => b.length - a.length);
}
