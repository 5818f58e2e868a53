import { describe, expect, it } from 'vitest';
import { neededBrowsers } from '../support/bootstrap/needed.mjs';
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

describe('the browsers that have to be there', () => {
  it.each([
    '',
    '--once',
    '--browser firefox',
    '--browser=firefox',
    '--once --browser=firefox',
    '--browser firefox --once',
    '--browser=firefox --browser chromium',
  ])('for a start with "%s" are the one that it opens', (typed) => {
    const args = typed.split(' ').filter(Boolean);
    expect(neededBrowsers('start', args)).toEqual([readOptions(args, DISPLAY).browser]);
  });

  it('for the benchmarks are Chromium alone', () => {
    expect(neededBrowsers('bench', ['40'])).toEqual(['chromium']);
  });

  it('for the journeys are both, unless one is named first', () => {
    expect(neededBrowsers('e2e', [])).toEqual(['chromium', 'firefox']);
    expect(neededBrowsers('e2e', ['chromium', 'top-up'])).toEqual(['chromium']);
    expect(neededBrowsers('e2e', ['firefox'])).toEqual(['firefox']);
  });

  it('for every test are both', () => {
    expect(neededBrowsers('test', [])).toEqual(['chromium', 'firefox']);
  });

  it('are none where nothing is opened', () => {
    expect(neededBrowsers('check', [])).toEqual([]);
    expect(neededBrowsers('build', ['chrome'])).toEqual([]);
  });
});
