import { expect, it } from 'vitest';
import { readOptions } from '../support/start/options.ts';

const DISPLAY = { DISPLAY: ':0' };

it('starts Chromium to click in', () => {
  expect(readOptions([], DISPLAY)).toMatchObject({ browser: 'chromium', once: false, headed: true });
});

it.each([['--browser', 'firefox'], ['--browser=firefox']])('starts another browser with %s', (...args) => {
  expect(readOptions(args, DISPLAY).browser).toBe('firefox');
});

it('tells the whole story with --once', () => {
  expect(readOptions(['--once', '--browser', 'firefox'])).toMatchObject({ browser: 'firefox', once: true });
});

it('says what there is instead of an option that is not known', () => {
  expect(() => readOptions(['--onse'])).toThrow('--once');
  expect(() => readOptions(['--browser', 'opera'])).toThrow('chromium and firefox');
  expect(() => readOptions(['--browser'])).toThrow('chromium and firefox');
});
