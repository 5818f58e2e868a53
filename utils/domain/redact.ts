/** Masks known secrets, tokens, long digit runs and e-mail addresses in text that may be shown or saved. */
export function redact(_text: string, _secrets: readonly string[]): string {
  throw new Error('redact');
}
