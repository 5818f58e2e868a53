import { it } from 'vitest';
import { connect } from '../../support/extension/connect.ts';
import { settled } from '../../support/extension/looks.ts';
import { seedHistory } from '../../support/extension/stored-history.ts';
import { expectFits, expectLegibleInTheDark, expectUsable } from '../../support/extension/usable.ts';
import { type Language, wordsFor } from '../../support/words.ts';
import { type Journey, travel } from '../journey.ts';

const ROWS = 8 * 96;

/** What `pages-looks` shows of every page in English, of the history in the other languages. */
function historyIn(language: Language): Journey {
  const { t } = wordsFor(language);
  return (scene) => {
    it('F13: the charts can be used by keyboard and by ear, fit at 200 %, and stand out in the dark', async () => {
      const id = await connect(scene(), 'esim');
      await seedHistory(scene().desk, id, ROWS);
      const page = await scene().browser.openPage(`history.html?line=${id}`);
      await page.find('heading', t('historyUsePerDay'));
      await page.find('heading', t('historyRemaining'));
      await settled(page);
      await expectUsable(page, language);
      await expectFits(page, language);
      await expectLegibleInTheDark(page, language);
      await page.close();
    });
  };
}

travel('chromium', 'history in 简体中文', historyIn('zh_CN'), { locale: 'zh-CN' });
travel('chromium', 'history in 繁體中文', historyIn('zh_TW'), { locale: 'zh-TW' });
