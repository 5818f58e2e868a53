// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createInertParser } from '../../utils/platform/html-inert.ts';

afterEach(() => void vi.unstubAllGlobals());

it('parses through one policy where the browser has trusted types', () => {
  const made: string[] = [];
  const createPolicy = (name: string, rules: { createHTML(html: string): string }) => {
    made.push(name);
    return { createHTML: (html: string) => rules.createHTML(html) };
  };
  vi.stubGlobal('trustedTypes', { createPolicy });
  const parse = createInertParser();
  expect(parse('<p>a').body.textContent).toBe('a');
  expect(parse('<p>b').body.textContent).toBe('b');
  expect(made).toEqual(['inert-html']);
});

it('parses where the browser has none, into a document of its own that nothing shows', () => {
  const page = createInertParser()('<p id="x">a</p><script>document.title = "ran"</script>');
  expect(page.querySelector('#x')?.textContent).toBe('a');
  expect(page).not.toBe(document);
  expect(document.querySelector('#x')).toBeNull();
  expect(document.title).not.toBe('ran');
});
