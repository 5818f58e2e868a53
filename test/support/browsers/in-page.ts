/*
 * Functions that run inside a page. They are sent as text, so each sees only its arguments and the page.
 */

/**
 * The form field whose label fits a pattern, or null. `part` label: what a person points at to mark a choice.
 */
export function fieldLabelled(pattern: string, part: 'field' | 'label'): Element | null {
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
  const fits = new RegExp(pattern);
  const fields = document.querySelectorAll<HTMLInputElement>('input, select, textarea');
  const found = [...fields].find((field) => fits.test(tidy(nameOf(field))) && field.checkVisibility());
  return (part === 'label' ? found?.labels?.[0] : found) ?? null;
}

/** The first visible thing of a role whose words fit a pattern, or null. */
export function thingNamed(role: string, pattern: string): Element | null {
  const selectors: Record<string, string> = {
    button: 'button, summary, [role=button]',
    heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
    link: 'a[href], [role=link]',
  };
  const fits = new RegExp(pattern);
  const all = document.querySelectorAll<HTMLElement>(selectors[role] ?? `[role=${role}]`);
  const words = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.innerText;
  const found = [...all].find((each) => {
    return fits.test(words(each).replace(/\s+/g, ' ').trim()) && each.checkVisibility();
  });
  return found ?? null;
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
