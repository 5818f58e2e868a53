import { expect, it } from 'vitest';
import { formatAge } from '../../../utils/domain/format.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { connectDialect, fillForm, providerOf } from '../../support/extension/add-provider.ts';
import { command, lineNow, simulateTime } from '../../support/extension/commands.ts';
import { GIB, seeLeft, untilLeft } from '../../support/extension/left.ts';
import { t } from '../../support/extension/person.ts';
import { HOURS, MINUTES, pass, untilRung } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

const CASES = [
  { id: 'telekom-de', line: 'phone', help: t('failureWrongNetworkTelekom') },
  { id: 'rfc8908', line: 'data-card', help: t('failureWrongNetworkVenue') },
] as const satisfies { id: string; line: LineId; help: string }[];

/** Carriers that answer on their own network alone, while the computer goes from one network to another. */
export const ownNetwork: Journey = (scene) => {
  /** Hours go by on another network, until the line has been asked there. */
  const goAway = async (id: string, lineId: string) => {
    await scene().sandbox.control.habits({ awayFrom: [id] });
    await pass(scene(), 3 * HOURS);
    await untilRung(scene(), 'a line that needs another network', async () => {
      const { failure } = await lineNow(scene().browser, lineId);
      return failure?.kind === 'wrong-network';
    });
  };
  /** Nothing tells the extension that the network is the right one again. */
  const comeBack = async (line: LineId, left: number) => {
    await scene().sandbox.control.lines.drain(line, left);
    await scene().sandbox.control.habits({ awayFrom: [] });
  };

  it.each(CASES)(
    '$id: elsewhere the last reading stays with its age, and back it is read at once',
    async (told) => {
      const { browser, sandbox, desk } = scene();
      await sandbox.control.lines.drain(told.line, 3 * GIB);
      const lineId = await connectDialect(scene(), told.id, told.line);
      try {
        const { checkedAt } = await lineNow(browser, lineId);
        await goAway(told.id, lineId);
        const elsewhere = await browser.openPopup();
        await elsewhere.see(t('failureWrongNetworkTitle'));
        await elsewhere.see(told.help);
        await seeLeft(elsewhere, 3 * GIB);
        const { now } = await sandbox.control.state();
        await elsewhere.see(t('popupChecked', formatAge(checkedAt ?? '', now, 'en')));
        await elsewhere.close();

        await comeBack(told.line, 2 * GIB);
        await simulateTime(browser, await sandbox.control.clock.advance(10 * MINUTES));
        const back = await browser.openPopup();
        await seeLeft(back, 2 * GIB);
        expect(await back.text()).not.toContain(t('failureWrongNetworkTitle'));
        await back.close();

        await goAway(told.id, lineId);
        await browser.setOffline(true);
        await until('a background that knows of it', () => browser.background(() => !navigator.onLine));
        await comeBack(told.line, GIB);
        await browser.setOffline(false);
        await untilLeft(scene(), lineId, GIB);
      } finally {
        // What fails here must not stand in the way of the others.
        await browser.setOffline(false);
        await sandbox.control.habits({ awayFrom: [] });
        await command(desk, 'remove-line', { lineId, keepReceipts: false });
      }
    },
  );

  it('the form says that another network is needed, and reads as soon as it is there', async () => {
    const { sandbox } = scene();
    await sandbox.control.habits({ awayFrom: ['telekom-de'] });
    const provider = providerOf('telekom-de');
    const page = await fillForm(scene(), provider, {});
    await page.click('button', t('addAllow'));
    await page.see(t('addFailureWrongNetworkTelekom', provider.name));
    await sandbox.control.habits({ awayFrom: [] });
    await page.click('button', t('addAllow'));
    await page.see(t('addReadsTitle'));
    await page.close();
  });
};
