import { expect, it } from 'vitest';
import type { Draft } from '../../utils/app/commands.ts';
import { providerById } from '../../utils/providers/registry.ts';
import { dialectsOf, fetchFrom } from '../sandbox/dialects/test-reading.ts';
import type { LineId } from '../sandbox/vocabulary.ts';
import { startWorld, type World } from '../support/app-world.ts';

async function worldOfDialects(): Promise<World> {
  const world = await startWorld({ dialects: true, speed: 0 });
  world.network.fetch = fetchFrom(world.sandbox);
  return world;
}

/** What the form for a provider is filled in with for a line of the sandbox; `typed` instead of some of it. */
function draftOf(world: World, id: string, line: LineId, typed: Record<string, string> = {}): Draft {
  const values = { ...dialectsOf(world.sandbox).fields(id, line), ...typed };
  const secret = new Set(providerById(id)?.fields.flatMap((field) => (field.secret ? [field.name] : [])));
  const pick = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => secret.has(name) === isSecret));
  return world.draft(line, { providerId: id, fields: pick(false), secrets: pick(true) });
}

it('a session that one carrier gave while its line was tried is never sent to another', async () => {
  const world = await worldOfDialects();
  await world.command['try-line']({ draft: draftOf(world, 'slt-lk', 'esim') });
  dialectsOf(world.sandbox).clearLog();
  await world.command['try-line']({ draft: draftOf(world, 'airalo-partner', 'esim') });
  const sent = dialectsOf(world.sandbox)
    .log()
    .flatMap(({ secrets }) => secrets);
  expect(sent).toEqual([
    'airalo-partner clientSecret: body',
    'airalo-partner accessToken 1: header authorization',
  ]);
});

it('details that are wrong are refused, though right ones were tried a moment before', async () => {
  const world = await worldOfDialects();
  await world.command['try-line']({ draft: draftOf(world, 'slt-lk', 'esim') });
  const wrong = draftOf(world, 'slt-lk', 'esim', { password: 'another' });
  await expect(world.command['try-line']({ draft: wrong })).rejects.toMatchObject({ kind: 'signed-out' });
});

it('a line goes on with the session that it has, and a try with other details leaves that alone', async () => {
  const world = await worldOfDialects();
  const lineId = await world.addLine('esim', draftOf(world, 'slt-lk', 'esim'));
  dialectsOf(world.sandbox).clearLog();
  const other = { ...draftOf(world, 'slt-lk', 'data-card'), secrets: {}, secretFrom: lineId };
  await world.command['try-line']({ draft: other });
  await world.pass(60 * 60_000);
  await world.command.refresh({ lineId });
  const paths = dialectsOf(world.sandbox)
    .log()
    .map(({ path }) => path.split('/').at(-1));
  expect(paths).toEqual(['Login', 'UsageSummary', 'UsageSummary']);
});
