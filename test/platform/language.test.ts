import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { browserWords } from '../../utils/platform/language.ts';

function browserIn(language: string, messages: string): void {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(language);
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue(messages);
}

afterEach(() => vi.restoreAllMocks());

describe('figures and dates follow the sentences', () => {
  it.each([
    ['en-GB', 'en', 'en-GB'],
    ['zh-CN', 'zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW', 'zh-TW'],
    // There are no French messages, so the browser chose the English ones.
    ['fr', 'en', 'en'],
    ['zh-TW', 'zh-CN', 'zh-CN'],
  ])('a browser in %s with messages in %s counts as in %s', (own, messages, locale) => {
    browserIn(own, messages);
    expect(browserWords().locale).toBe(locale);
  });
});
