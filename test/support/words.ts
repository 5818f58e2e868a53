import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import zhTW from '../../public/_locales/zh_TW/messages.json' with { type: 'json' };
import { createWords, type Words } from '../../utils/domain/words.ts';

type Messages = Record<string, { message: string }>;

const LANGUAGES = {
  en: { tag: 'en', messages: en as Messages },
  zh_CN: { tag: 'zh-CN', messages: zhCN as Messages },
  zh_TW: { tag: 'zh-TW', messages: zhTW as Messages },
};

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES: Language[] = ['en', 'zh_CN', 'zh_TW'];

/** The real sentences of a language, `$1` to `$9` filled in as the browser does. Throws on an unknown key. */
export function wordsFor(language: Language): Words {
  const { tag, messages } = LANGUAGES[language];
  return createWords(tag, (key, subs) => {
    const entry = messages[key];
    if (!entry) throw new Error(`no message ${key} in ${language}`);
    return entry.message.replace(/\$([1-9])/g, (_, n: string) => subs[Number(n) - 1] ?? '');
  });
}
