import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hardCoded, messageUses, ownNames } from '../support/message-uses.ts';
import { ROOT, readSource, sourceFiles } from '../support/source-files.ts';
import { LANGUAGE_NAMES, type Language } from '../support/words.ts';

type Messages = Record<string, { message: string; placeholders?: unknown }>;

const read = (language: Language) =>
  JSON.parse(readSource(`public/_locales/${language}/messages.json`)) as Messages;
const ENGLISH = read('en');

const FILES = ['utils', 'components', 'entrypoints'].flatMap(sourceFiles);
const USES = FILES.map((file) => messageUses(file, readSource(file)));
const ASKED = USES.flatMap(({ asked }) => asked);

/** The manifest and the pages name their sentences `__MSG_key__`. */
const NAMED = ['wxt.config.ts', 'entrypoints/popup/index.html', 'entrypoints/options/index.html'].flatMap(
  (file) => [...readSource(file).matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key),
);

const placeholders = (message: string) => [...new Set(message.match(/\$\d/g))].toSorted();

describe('the sentences', () => {
  it('exist in three languages and nowhere else', () => {
    expect(readdirSync(path.join(ROOT, 'public/_locales')).toSorted()).toEqual(LANGUAGE_NAMES.toSorted());
  });

  it.each(LANGUAGE_NAMES)('are complete in %s, with the same values to fill in as in English', (language) => {
    const messages = read(language);
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(ENGLISH).toSorted());
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      expect({ key, has: placeholders(message) }).toEqual({
        key,
        has: placeholders(ENGLISH[key]?.message ?? ''),
      });
    }
  });

  it.each(LANGUAGE_NAMES)(
    'hold nothing in %s that Chromium takes for a named value, which it refuses',
    (language) => {
      const named = Object.entries(read(language)).filter(([, { message }]) => /\$[\w@]+\$/.test(message));
      expect(named).toEqual([]);
    },
  );

  it('are all used: remove one that no code asks for', () => {
    const texts = new Set([...USES.flatMap(({ texts }) => texts), ...NAMED]);
    const isUsed = (key: string) => texts.has(key) || texts.has(key.replace(/_(?:one|other)$/, ''));
    expect(Object.keys(ENGLISH).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are all there: add what the code asks for', () => {
    const wanted = [
      ...NAMED,
      ...ASKED.flatMap(({ key, plural }) => (plural ? [`${key}_one`, `${key}_other`] : [key])),
    ];
    expect(wanted.length).toBeGreaterThan(200);
    expect(wanted.filter((key) => !(key in ENGLISH))).toEqual([]);
  });

  it('are given as many values as they have places', () => {
    const wrong = ASKED.filter(({ key, plural, given }) => {
      const message = ENGLISH[plural ? `${key}_other` : key]?.message ?? '';
      // The count itself is the first value of a plural, which a language may leave out.
      const places = Math.max(plural ? 1 : 0, ...placeholders(message).map((each) => Number(each.slice(1))));
      return given !== null && given !== places;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the components', () => {
  it('hold no words of their own: give each a key in public/_locales', () => {
    const found = FILES.filter((file) => file.endsWith('.tsx')).flatMap((file) =>
      hardCoded(file, readSource(file)).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['text', '<p>Hello</p>'],
    ['a text in braces', "<p>{'Hello'}</p>"],
    ['a choice', "<p>{busy ? 'Hello' : null}</p>"],
    ['a template', '<p>{`Hello $' + '{name}`}</p>'],
    ['a name for those who do not see', '<button aria-label="Hello" />'],
    ['a tooltip', "<p title={open ? 'Hello' : ''} />"],
    ['a hint in a field', '<input placeholder="Hello" />'],
  ])('are searched for %s', (_, markup) => {
    expect(hardCoded('x.tsx', `const x = ${markup};`)).toEqual(['Hello']);
  });

  it('may hold signs, classes and keys', () => {
    const markup = '<p class="soft" id={id} title={t("lineTitle")}>{t("lineGone")}: 1/2 · <b>{count}</b></p>';
    expect(hardCoded('x.tsx', `const x = ${markup};`)).toEqual([]);
  });
});

/** What stays, and why. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'Bonus data':
    'SLT-Mobitel tells its summaries apart by their fields alone; this is what the field is called',
  'VAS data': 'as above',
  'Free data': 'as above',
  'Extra GB': 'as above',
};

describe('the providers', () => {
  const found = FILES.filter((file) => file.startsWith('utils/providers/')).flatMap((file) =>
    ownNames(file, readSource(file)).map((text) => ({ file, text })),
  );

  it('give the names of carriers and none of ours: leave a label out, and it is named by what it holds', () => {
    const ours = found.filter(({ text }) => !(text in ENGLISH) && !(text in OWN_NAMES));
    expect(ours).toEqual([]);
    expect(Object.keys(OWN_NAMES).filter((name) => !found.some(({ text }) => text === name))).toEqual([]);
  });

  it.each([
    ['a label', "{ id, label: 'Data' }"],
    ['a name of a plan', "{ planName: 'Data' }"],
    ['a name in quotes', "{ 'label': 'Data' }"],
    ['what stands in for a name', "{ label: told.name ?? 'Data' }"],
    ['a choice', "{ label: roaming ? 'Data' : told.name }"],
    ['a template', '{ planName: `Data $' + '{size}` }'],
    ['what is held for constant', "{ label: 'Data' as const }"],
  ])('are searched for %s', (_, made) => {
    expect(ownNames('x.ts', `const x = ${made};`)).toEqual(['Data']);
  });

  it('may hand on what a carrier says', () => {
    expect(
      ownNames('x.ts', "const x = { label: told.name ?? '', planName: textIn(told, '/plan') };"),
    ).toEqual([]);
  });
});
