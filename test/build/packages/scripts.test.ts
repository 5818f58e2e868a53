import { describe, expect, it } from 'vitest';
import { built } from '../../support/packages.ts';
import { scriptsOf } from '../../support/page-scripts.ts';
import { BUILT_FOR } from '../../support/run/builds.ts';

describe.each(BUILT_FOR)('the scripts for %s', (browser) => {
  const all = () => {
    const { files, text } = built(browser);
    return files.filter((file) => file.endsWith('.js')).map((file) => ({ file, code: text(file) }));
  };
  const those = (pattern: RegExp) => all().flatMap(({ code }) => code.match(pattern) ?? []);

  it('G07: know a client id and PKCE, and no client secret', () => {
    expect(those(/code_challenge_method/)).not.toEqual([]);
    // A reseller's secret that the person fills in has a name; a secret of ours would have a value.
    expect(those(/client_assertion|client_?secret["'`]?\s*[:=]\s*["'`][^"'`]/i)).toEqual([]);
  });

  it('G08: take the redirect address from the browser and spell none', () => {
    expect(those(/getRedirectURL/)).not.toEqual([]);
    expect(those(/chromiumapp\.org|allizom\.org/)).toEqual([]);
  });

  it('of the page that reads apart touch no more of the browser than an offscreen document is given', () => {
    const { text } = built(browser);
    const used = scriptsOf(built(browser), 'reader.html').flatMap(
      (file) => text(file).match(/\b(?:permissions|tabs|windows|alarms|storage|i18n|action)\.\w+/g) ?? [],
    );
    expect(used).toEqual([]);
  });

  it('I07: fetch no code and make none from text', () => {
    expect(those(/\beval\b|importScripts|import\(["'`](?:https?:)?\/\//)).toEqual([]);
    // Also by another name, as in `const F = Function; new F('')`. No library needs it: zod's objects of that kind
    // are not in `zod/mini`.
    expect(those(/(?<![\w$"'`])Function\b(?!["'` ])|\.constructor\(["'`]/)).toEqual([]);
    expect(those(/\bset(?:Timeout|Interval)\(["'`]/)).toEqual([]);
  });
});
