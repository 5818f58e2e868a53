import { beforeEach, expect, it } from 'vitest';
import { formatData } from '../../../utils/domain/format.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import type { Provider } from '../../../utils/providers/contract.ts';
import { providerById } from '../../../utils/providers/registry.ts';
import { askedIn, MAY_ASK } from '../../sandbox/dialects/asked.ts';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { addProvider } from '../../support/extension/add-provider.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import type { Scene } from '../../support/extension/scene.ts';
import { HOURS, pass, untilRung } from '../../support/extension/time.ts';
import type { Journey } from '../journey.ts';

const GIB = 1024 ** 3;

interface Case {
  id: string;
  line: LineId;
  /** instead of what the sandbox's dialect would have typed */
  typed?: Record<string, string>;
}

/** Every account API that the sandbox speaks, with a line that it tells of. */
const CASES: readonly Case[] = [
  { id: 'telekom-de', line: 'phone' },
  { id: 'slt-lk', line: 'esim' },
  { id: 'tmf654', line: 'phone' },
  { id: 'tmf677', line: 'calling' },
  { id: 'airalo-partner', line: 'esim' },
  { id: 'esim-access', line: 'phone' },
  { id: 'esim-go', line: 'esim' },
  { id: 'rfc8908', line: 'data-card' },
];

export function providerOf(id: string): Provider {
  const provider = providerById(id);
  if (!provider) throw new Error(`no provider ${id}`);
  return provider;
}

/** The popup shows so much data as what is left. */
export async function seeLeft({ browser }: Scene, bytes: number): Promise<void> {
  const popup = await browser.openPopup();
  await popup.see(new RegExp(formatData(bytes, 'decimal', 'en').replace(' ', '\\s*')));
  await popup.close();
}

/** Time passes, and the line is asked until so much is left. */
export async function passUntilLeft(scene: Scene, id: string, bytes: number): Promise<GlanceLine> {
  await pass(scene, 3 * HOURS);
  return untilRung(scene, `a line with ${bytes} bytes left`, async () => {
    const line = await lineNow(scene.browser, id);
    const { headline } = line;
    return headline.kind === 'data' && headline.remaining === bytes ? line : null;
  });
}

export const dialects: Journey = (scene) => {
  beforeEach(async () => {
    await scene().sandbox.control.lines.reset();
    dialectsOf(scene().sandbox).clearLog();
  });

  it.each(CASES)(
    '$id: a person adds the line, sees the figure, uses it and sees it fall',
    async ({ id, line }) => {
      const { sandbox, desk } = scene();
      const spoken = dialectsOf(sandbox);
      await sandbox.control.lines.drain(line, 3 * GIB);
      const lineId = await addProvider(scene(), providerOf(id), spoken.fields(id, line));
      await seeLeft(scene(), 3 * GIB);
      await sandbox.control.lines.drain(line, GIB);
      await passUntilLeft(scene(), lineId, GIB);
      await seeLeft(scene(), GIB);
      await command(desk, 'remove-line', { lineId, keepReceipts: false });

      const asked = askedIn(spoken.log());
      expect(asked.hosts).toEqual(
        providerOf(id)
          .origins(spoken.fields(id, line))
          .map((origin) => new URL(origin).host),
      );
      expect(MAY_ASK[id]?.requests).toEqual(expect.arrayContaining(asked.requests));
      expect(asked.secrets).toEqual(MAY_ASK[id]?.secrets.toSorted());
      expect(spoken.log().filter(({ cookies, referer }) => cookies || referer)).toEqual([]);
    },
  );
};
