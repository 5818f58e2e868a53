import { onTestFinished } from 'vitest';
import type { FailureKind } from '../../../utils/domain/failure.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import type { LogEntry } from '../../sandbox/sandbox-types.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { fireAlarm } from '../browsers/alarms.ts';
import type { Page } from '../browsers/contract.ts';
import { until } from '../until.ts';
import { command, glance, lineNow } from './commands.ts';
import { connect } from './connect.ts';
import type { Scene } from './scene.ts';

/* What the tests of faults look at: what the carrier was asked for, and what became of a line. */

/** Longer than any deadline of the extension, on a computer that is busy with other things. */
const PATIENCE = 90_000;

/** The path at which the carrier is asked for a line's figures. */
export function balanceOf(lineId: LineId): string {
  return `/v1/lines/${lineId}/balance`;
}

/** How often, and how, the carrier was asked for a line's figures. */
export function pollsOf({ sandbox }: Scene, lineId: LineId): LogEntry[] {
  return sandbox.log().filter(({ path }) => path === balanceOf(lineId));
}

/** Waits until the carrier has been asked that often. */
export function asked(scene: Scene, lineId: LineId, times: number): Promise<true> {
  return until(`${times} polls of ${lineId}`, () => pollsOf(scene, lineId).length >= times || null);
}

/** Waits until the popup would show such a line. */
export function becomes(
  { browser }: Scene,
  id: string,
  what: string,
  fits: (line: GlanceLine) => unknown,
): Promise<GlanceLine> {
  const look = async () => {
    const line = await lineNow(browser, id);
    return fits(line) ? line : null;
  };
  return until(`a line that is ${what}`, look, PATIENCE);
}

/** Waits until the last poll of a line has failed in that way. */
export function fails(scene: Scene, id: string, kind: FailureKind): Promise<GlanceLine> {
  return becomes(scene, id, kind, ({ failure }) => failure?.kind === kind);
}

/** The alarm rings. Settles when what it set off has come to its end. */
export async function alarmRuns({ browser, desk }: Scene): Promise<void> {
  // One that rings while another is still dealt with has nothing to add.
  await until('the end of the run before', async () => !(await heldLocks(desk)).includes('poll-due'));
  const revision = async () => (await glance(browser))?.revision ?? 0;
  const before = await revision();
  await fireAlarm(browser, 'heartbeat');
  await until('the end of what the alarm set off', async () => (await revision()) > before);
}

/** A line that nothing is asked for. While it is there, the others come and go without a question for access. */
export async function standBy(scene: Scene): Promise<void> {
  const lineId = await connect(scene, 'number-keeping');
  await command(scene.desk, 'edit-line', { lineId, edit: { paused: true, ignored: true } });
}

/** A line of the test alone: it goes when the test ends, and with it every fault and entry of the log. */
export async function ownLine(scene: Scene, lineId: LineId): Promise<string> {
  const id = await connect(scene, lineId);
  onTestFinished(async () => {
    await scene.sandbox.control.faults.clear();
    await command(scene.desk, 'remove-line', { lineId: id, keepReceipts: false });
    await scene.sandbox.control.clearLog();
  });
  await scene.sandbox.control.clearLog();
  return id;
}

/** The carrier holds its answers back, to the first `times` requests, until what is answered here is called. */
export async function holdAnswers(
  { sandbox }: Scene,
  path: string,
  times?: number,
): Promise<() => Promise<void>> {
  const id = await sandbox.control.faults.add({ path, fault: { kind: 'held' }, ...(times && { times }) });
  return () => sandbox.control.faults.remove(id);
}

let timesUsed = 0;

/** Lets a line have been used since it was asked last: the answer has a body, where else it would be a 304. */
export async function haveNews({ sandbox }: Scene, lineId: LineId): Promise<void> {
  timesUsed += 1;
  await sandbox.control.lines.drain(lineId, 2_500_000_000 - timesUsed * 10_000_000);
}

/** The locks that somebody of the extension holds at this moment. */
export function heldLocks(from: Page): Promise<string[]> {
  return from.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.map(({ name = '' }) => name);
  });
}
