import { beforeEach, expect, it } from 'vitest';
import { askedIn, MAY_ASK } from '../../sandbox/dialects/asked.ts';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { addProvider, connectDialect, fillForm, providerOf } from '../../support/extension/add-provider.ts';
import { command } from '../../support/extension/commands.ts';
import { GIB, seeItFall } from '../../support/extension/left.ts';
import { t } from '../../support/extension/person.ts';
import type { Journey } from '../journey.ts';
import { ownNetwork } from './own-network.ts';

interface Case {
  id: string;
  line: LineId;
  /** instead of what is typed for the sandbox's line otherwise */
  typed?: Record<string, string>;
}

/** Every account API that the sandbox speaks, with a line that it tells of. */
const CASES: readonly Case[] = [
  { id: 'telekom-de', line: 'phone' },
  { id: 'slt-lk', line: 'esim' },
  { id: 'tmf654', line: 'phone' },
  {
    id: 'tmf677',
    line: 'calling',
    typed: { baseUrl: 'https://tmf677.carrier.example/tmf-api/usageConsumption/v5' },
  },
  { id: 'airalo-partner', line: 'esim' },
  { id: 'esim-access', line: 'phone' },
  { id: 'esim-go', line: 'esim' },
  { id: 'rfc8908', line: 'data-card' },
];

/** The standards in the shapes of the versions that are not among the cases. */
const OTHER_VERSIONS: readonly (Case & { baseUrl: string })[] = [
  {
    id: 'tmf654',
    line: 'phone',
    baseUrl: 'https://tmf654.carrier.example/tmf-api/prepayBalanceManagement/v5',
  },
  { id: 'tmf677', line: 'calling', baseUrl: 'https://tmf677.carrier.example/tmf-api/usageConsumption/v4' },
];

export const dialects: Journey = (scene) => {
  beforeEach(async () => {
    await scene().sandbox.control.lines.reset();
    dialectsOf(scene().sandbox).clearLog();
  });

  it.each(CASES)('$id: a person adds the line, sees what is left, and sees it fall', async (told) => {
    const { sandbox, desk } = scene();
    const spoken = dialectsOf(sandbox);
    const provider = providerOf(told.id);
    const typed = { ...spoken.fields(told.id, told.line), ...told.typed };
    await sandbox.control.lines.drain(told.line, 3 * GIB);
    const lineId = await addProvider(scene(), provider, typed);
    await seeItFall(scene(), lineId, { line: told.line, from: 3 * GIB, to: GIB });
    await command(desk, 'remove-line', { lineId, keepReceipts: false });

    const log = spoken.log();
    const asked = askedIn(log);
    expect(asked.hosts).toEqual(provider.origins(typed).map((origin) => new URL(origin).host));
    expect(MAY_ASK[told.id]?.requests).toEqual(expect.arrayContaining(asked.requests));
    expect(asked.secrets).toEqual(MAY_ASK[told.id]?.secrets.toSorted());
    expect(log.filter(({ cookies, referer }) => cookies || referer)).toEqual([]);
  });

  it.each(OTHER_VERSIONS)('$id at $baseUrl is read as well, and falls', async ({ id, line, baseUrl }) => {
    const { sandbox, desk } = scene();
    await sandbox.control.lines.drain(line, 3 * GIB);
    const lineId = await connectDialect(scene(), id, line, { baseUrl });
    await seeItFall(scene(), lineId, { line, from: 3 * GIB, to: GIB });
    await command(desk, 'remove-line', { lineId, keepReceipts: false });
    const paths = dialectsOf(sandbox)
      .log()
      .map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith(new URL(baseUrl).pathname))).toEqual([]);
  });

  it('a key that is refused is said in the form, which keeps what was typed, and the right one reads', async () => {
    const provider = providerOf('esim-go');
    const typed = dialectsOf(scene().sandbox).fields('esim-go', 'esim');
    const page = await fillForm(scene(), provider, { ...typed, apiKey: 'another' });
    await page.click('button', t('addAllow'));
    await page.see(t('addFailureSignedOut', provider.name));
    await page.fill(t('fieldApiKeyLabel'), typed.apiKey ?? '');
    await page.click('button', t('addAllow'));
    await page.see(t('addReadsTitle'));
    await page.close();
  });

  ownNetwork(scene);
};
