import { expect, it } from 'vitest';
import { shortMessages, withShortMessages } from '../../build/short-messages.ts';
import { readSource } from '../support/source-files.ts';

it('every message is shipped as it stands, without the words for translators', () => {
  const text = readSource('public/_locales/en/messages.json');
  const source: Record<string, { message: string }> = JSON.parse(text);
  const messages = Object.entries(source).map(([key, { message }]) => [key, { message }]);
  expect(messages.length).toBeGreaterThan(500);
  expect(JSON.parse(shortMessages(text))).toEqual(Object.fromEntries(messages));
});

it('a message that is called "description" is a message', () => {
  const one = JSON.stringify({ description: { message: 'What it is' } });
  expect(shortMessages(one)).toBe(one);
});

it('nothing else on its way into the package is touched', () => {
  const icon = { absoluteSrc: '/icon.png', relativeDest: 'icon/16.png' };
  expect(withShortMessages(icon)).toBe(icon);
});
