import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pollLine } from '../../utils/app/poll.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE, SECOND, toMs } from '../../utils/domain/instant.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { startWorld, type World } from '../support/app-world.ts';

const BALANCE = '/v1/lines/esim/balance';

it('C07: the budget holds for 1000 refreshes', async () => {
  const world = await startWorld();
  const lineId = await withLine(world);
  for (let click = 0; click < 40; click++) await world.command.refresh({ lineId });
  for (let poll = 0; poll < 960; poll++) await pollLine(world.deps, lineId, 'person');
  expect(await pollsOf(world)).toBe(5);
});

it('C07: the budget holds whatever pages, alarms, restarts and the passing of time come in which order', async () => {
  const doings = fc.constantFrom(
    'refresh',
    'refresh all',
    'alarm',
    'tick',
    'offers',
    'help',
    'try',
    'top-up',
    'restart',
    'second',
    'minute',
    'quarter',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(doings, { minLength: 50, maxLength: 80 }), fc.boolean(), async (all, open) => {
      let world = await startWorld();
      const lineId = await withLine(world);
      world.page.open = open;
      for (const doing of all) world = await act(world, lineId, doing);
      const log = await world.sandbox.control.log();
      const times = log.filter(({ path }) => path === BALANCE).map(({ at }) => toMs(at));
      const watched = (await world.command.receipts({ lineId })).length > 0;
      for (const end of times) {
        const within = times.filter((at) => at > end - HOUR && at <= end).length;
        expect(within).toBeLessThanOrEqual(watched ? 6 + 12 : 6);
      }
      const asks = log.filter(({ path }) => /^.v1.(lines.esim.(offers|checkouts)|help)/.test(path));
      for (const { at: end } of asks) {
        const since = toMs(end) - HOUR;
        const within = asks.filter(({ at }) => toMs(at) > since && at <= end).length;
        expect(within).toBeLessThanOrEqual(60);
      }
    }),
    { seed: 23, numRuns: 5 },
  );
});

/** Of drafts and adding an hour's 60; of the one line that is stored at a time its polls and questions. */
const MOST = 60 + 6 + 60;

it('C07: nor does adding, removing and filling in anew, in whichever order, come to more than the budget', async () => {
  const doings = fc.constantFrom(
    'add',
    'remove',
    'try others',
    'list',
    'offers',
    'refresh',
    'minute',
    'restart',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(doings, { minLength: 50, maxLength: 70 }), async (all) => {
      let world = await startWorld();
      const filledIn = { count: 0 };
      for (const doing of all) world = await actAnew(world, doing, filledIn);
      const times = (await world.sandbox.control.log()).map(({ at }) => toMs(at));
      for (const end of times)
        expect(times.filter((at) => at > end - HOUR && at <= end).length).toBeLessThanOrEqual(MOST);
    }),
    { seed: 24, numRuns: 5 },
  );
});

/** A page that runs wild does everything ten times. */
async function actAnew(world: World, doing: string, filledIn: { count: number }): Promise<World> {
  const { command } = world;
  const drafts = () => world.draft(`esim-${++filledIn.count}`);
  for (let time = 0; time < 10; time++) {
    const [line, ...more] = await world.deps.store.lines();
    expect(more).toEqual([]);
    const lineId = line?.id ?? 'none';
    const remove = () => command['remove-line']({ lineId, keepReceipts: false });
    if (line && (doing === 'add' || doing === 'remove')) await remove();
    const work = {
      add: () => world.addLine('esim'),
      'try others': () => command['try-line']({ draft: drafts() }),
      list: () => command['list-lines']({ draft: drafts() }),
      offers: () => command.offers({ lineId }),
      refresh: () => command.refresh({ lineId }),
    }[doing];
    await work?.().catch(() => null);
  }
  if (doing === 'minute') await world.pass(10 * MINUTE);
  return doing === 'restart' ? world.restart() : world;
}

async function act(world: World, lineId: string, doing: string): Promise<World> {
  const { command, deps } = world;
  const quiet = (work: Promise<unknown>) => work.catch(() => null);
  if (doing === 'refresh') await command.refresh({ lineId });
  if (doing === 'refresh all') await Promise.all([command.refresh({ lineId: null }), pollDue(deps)]);
  if (doing === 'alarm') await pollDue(deps);
  if (doing === 'tick') await command.tick({});
  if (doing === 'offers') await quiet(command.offers({ lineId }));
  if (doing === 'help') await quiet(command.help({ lineId }));
  if (doing === 'try') await quiet(command['try-line']({ draft: world.draft('data-card') }));
  if (doing === 'top-up') await quiet(command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } }));
  if (doing === 'second') await world.pass(15 * SECOND);
  if (doing === 'minute') await world.pass(MINUTE);
  if (doing === 'quarter') await world.pass(15 * MINUTE);
  return doing === 'restart' ? world.restart() : world;
}
