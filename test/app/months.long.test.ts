import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { type Answers, monthCarrier } from '../support/months/carrier.ts';
import type { Hours } from '../support/months/figures.ts';
import { createJudge, type Judge } from '../support/months/judge.ts';
import { monthWorld } from '../support/months/world.ts';
import { MB } from '../support/records.ts';
import { seededRandom } from '../support/seeded-random.ts';

const MONTHS = 120;
const ZONES = ['Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Taipei'];
/** Each with changes of the clock in some of the zones within its month. */
const STARTS = ['2026-03-10T10:00:00Z', '2026-10-12T21:30:00Z'];

const QUIET: (Hours | null)[] = [
  null,
  { from: '22:00', to: '07:00' },
  { from: '00:30', to: '03:30' },
  { from: '12:00', to: '20:00' },
];

interface Month {
  seed: number;
  start: string;
  zone: number;
  validDays: number;
  /** bytes of a middling day */
  perDay: number;
  /** how long a bundle lasts that is bought */
  extraDays: number;
  quietHours: Hours | null;
}

const month: fc.Arbitrary<Month> = fc.record({
  seed: fc.nat(1_000_000),
  start: fc.constantFrom(...STARTS),
  zone: fc.nat(ZONES.length - 1),
  validDays: fc.integer({ min: 3, max: 45 }),
  perDay: fc.integer({ min: 50, max: 900 }).map((megabytes) => megabytes * MB),
  extraDays: fc.integer({ min: 1, max: 12 }),
  quietHours: fc.constantFrom(...QUIET),
});

/** Lives through a month, and looks after every step. */
async function live({ seed, start, zone, perDay, quietHours, ...given }: Month): Promise<Judge['counts']> {
  const random = seededRandom(seed);
  const begin = Date.parse(start);
  const carrier = monthCarrier(begin, given.validDays, given.extraDays);
  let here = zone;
  const zoneNow = () => ZONES[here % ZONES.length] ?? 'UTC';
  const world = await monthWorld({ carrier, begin, zone: zoneNow(), quietHours });
  const judge = createJudge(quietHours);
  const answers: Answers[] = ['fresh', 'fresh', 'fresh', 'lagging', 'unknown', 'missing'];
  let file = await world.save();
  /** of this computer and of the other one */
  let pausedUntil: [number, number | null] = [0, null];
  const look = (lived = true) =>
    judge.look(world, { zone: zoneNow(), lastRise: carrier.lastRise(), lived, pausedUntil: pausedUntil[0] });

  /** The person holds alerts back, or moves what there is from one place to another. */
  async function meddle(): Promise<void> {
    const which = random();
    if (which < 0.35) {
      pausedUntil[0] = random() < 0.3 ? 0 : world.now + Math.round(2 * DAY * random());
      await world.pause(pausedUntil[0] || null);
    } else if (which < 0.55) {
      if (!(await world.snooze())) return;
      pausedUntil[0] = world.now + DAY;
    } else if (which < 0.65) {
      file = await world.save();
      return;
    } else if (which < 0.75) await world.load(file);
    else if (which < 0.88) {
      const text = await world.save();
      await world.erase();
      await world.load(text);
    } else {
      const text = await world.save();
      await world.change();
      pausedUntil = [pausedUntil[1] ?? pausedUntil[0], pausedUntil[0]];
      await world.load(text);
    }
    look();
    world.now += MINUTE;
  }

  while (world.now < begin + 31 * DAY) {
    const wait = Math.round((random() < 0.4 ? 0.3 + 2 * random() : 4 + 11 * random()) * HOUR);
    world.now += wait;
    carrier.use(Math.round((perDay * wait * 2 * random()) / DAY), world.now);
    if (random() < 0.05) carrier.correct(Math.round(80 * MB * random()), world.now);
    if (random() < 0.15) carrier.answers(answers[Math.floor(random() * answers.length)] ?? 'fresh');
    if (random() < 0.04) {
      await world.topUp();
      if (random() < 0.8) carrier.pay(world.now + MINUTE);
    }
    if (random() < 0.02) {
      here += 1;
      world.travel(zoneNow());
      await world.restart('browser');
    }
    if (random() < 0.05) await world.restart(random() < 0.5 ? 'background' : 'browser');
    if (random() < 0.1) await meddle();
    const lived = await world.ring(random() < 0.06 ? Math.floor(random() * 5) : null);
    look(lived);
    if (!lived) await world.restart('background');
  }
  return judge.counts;
}

it('F06, F08: in any month nothing is told twice, nothing of old or unknown figures, and nothing is missed', async () => {
  const all: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(month, async (given) => {
      for (const [key, count] of Object.entries(await live(given))) all[key] = (all[key] ?? 0) + count;
    }),
    { seed: 1121, numRuns: MONTHS, endOnFailure: true },
  );
  // The months are such that everything is told now and then.
  expect(Object.keys(all)).toEqual(
    expect.arrayContaining([
      'notifyLowTitle',
      'notifyUsedUpTitle',
      'notifyToppedUpTitle',
      'notifyRunOutTitle',
      'notifyBundleEndsTitle_one',
      'notifyBundleEndsTitle_other',
    ]),
  );
});
