/*
 * Functions that run inside a page. They are sent as text, so each sees only its arguments and the page.
 */

/** The form field with this accessible name, or null. A name ends where the label's text ends. */
export function fieldLabelled(label: string): HTMLElement | null {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';
  const nameOf = (field: HTMLInputElement): string => {
    const by = field.getAttribute('aria-labelledby');
    if (by !== null) return by.split(/\s+/).map(textOf).join(' ');
    const own = field.getAttribute('aria-label');
    if (own !== null) return own;
    return [...(field.labels ?? [])]
      .map((each) => {
        const copy = each.cloneNode(true) as HTMLElement;
        for (const inner of copy.querySelectorAll('input, select, textarea')) inner.remove();
        return copy.textContent;
      })
      .join(' ');
  };
  const fields = document.querySelectorAll<HTMLInputElement>('input, select, textarea');
  return [...fields].find((field) => tidy(nameOf(field)) === label && field.checkVisibility()) ?? null;
}

/** What a person would copy from the page. */
export function readableText(): string {
  return document.body.innerText;
}

/** Tag and accessible name of what has the focus, `BUTTON Refresh`. */
export function focusedThing(): string {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return '';
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const name =
    element.getAttribute('aria-label') ??
    (labels.map((each) => each.textContent).join(' ') || element.textContent);
  return `${element.tagName} ${name.replace(/\s+/g, ' ').trim()}`;
}
