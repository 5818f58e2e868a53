import { formatData } from '../../../utils/domain/format.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import type { Page } from '../browsers/contract.ts';
import type { Scene } from './scene.ts';
import { HOURS, pass } from './time.ts';
import { becomes } from './watch.ts';

/** What dialects that count in GB or MB of either sort can all tell without rounding. */
export const GIB = 1024 ** 3;

/** The popup shows so many bytes as what is left. */
export function seeLeft(popup: Page, bytes: number): Promise<void> {
  const [figure, unit] = formatData(bytes, 'decimal', 'en').split(/\s/);
  return popup.see(new RegExp(`\\b${figure?.replace('.', '\\.')}\\s*${unit}\\b`));
}

/** Waits until the popup would show so many bytes. */
export function untilLeft(scene: Scene, lineId: string, bytes: number): Promise<GlanceLine> {
  return becomes(scene, lineId, `down to ${bytes} bytes`, ({ headline, failure }) => {
    return failure === null && headline.kind === 'data' && headline.remaining === bytes;
  });
}

/** The popup shows what is left; it is used, and the popup that is open shows the rest within hours. */
export async function seeItFall(
  scene: Scene,
  lineId: string,
  { line, from, to }: { line: LineId; from: number; to: number },
): Promise<void> {
  const popup = await scene.browser.openPopup();
  await seeLeft(popup, from);
  await scene.sandbox.control.lines.drain(line, to);
  await pass(scene, 3 * HOURS);
  await untilLeft(scene, lineId, to);
  await seeLeft(popup, to);
  await popup.close();
}
