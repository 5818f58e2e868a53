import { SECOND } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import { redactedJson } from '../domain/redact.ts';
import { defects } from './defects.ts';
import { type Deps, nowOf } from './deps.ts';

type DiagnosticsDeps = Pick<Deps, 'clock' | 'store' | 'settings' | 'secrets' | 'session' | 'version'>;

/**
 * What a maintainer needs for finding a fault, as JSON: versions, what is stored, and how each line fares. No names,
 * no figures, no fields; and what a carrier's words may have carried in is masked.
 */
export async function diagnostics(
  deps: DiagnosticsDeps,
  environment: Record<string, string>,
): Promise<string> {
  const lines = await deps.store.lines();
  const facts = {
    at: nowOf(deps),
    version: deps.version,
    environment,
    settings: await deps.settings.get(),
    secrets: await deps.secrets.state(),
    storage: await deps.store.notices(),
    defects: await defects(deps),
    topUps: countBy((await deps.store.topUps()).map(({ state }) => state)),
    lines: await Promise.all(lines.map((line) => lineFacts(deps, line))),
  };
  return redactedJson(facts, await knownSecrets(deps, lines));
}

async function lineFacts({ store, secrets }: DiagnosticsDeps, line: Line): Promise<Record<string, unknown>> {
  const [attempt, samples, glance] = [
    await store.attempt(line.id),
    await store.samples(line.id, ''),
    await store.glance(),
  ];
  return {
    provider: line.providerId,
    kind: line.kind,
    state: glance?.lines.find(({ id }) => id === line.id)?.state ?? null,
    paused: line.paused,
    hasSecret: await secrets.has(line.id).catch(() => null),
    samples: countBy(samples.map(({ grain }) => grain)),
    lastSuccessAt: attempt?.lastSuccessAt ?? null,
    startedAt: attempt?.startedAt ?? null,
    finishedAt: attempt?.finishedAt ?? null,
    failures: attempt?.failures ?? 0,
    failure: attempt?.failure ?? null,
    nextPollAt: attempt?.nextPollAt ?? null,
    clockSkewSeconds: secondsOf(attempt?.clockSkew),
    pollsIn24Hours: attempt?.recent.length ?? 0,
  };
}

function secondsOf(ms: number | null | undefined): number | null {
  return typeof ms === 'number' ? Math.round(ms / SECOND) : null;
}

/** The secrets that are open; what is locked cannot have come into a text since the browser started. */
async function knownSecrets({ secrets }: DiagnosticsDeps, lines: readonly Line[]): Promise<string[]> {
  const known = lines.map(async (line) => {
    const secret = await secrets.get(line.id).catch(() => null);
    const { accessToken = '', refreshToken = '' } = secret?.oauth ?? {};
    return [...Object.values(secret?.values ?? {}), accessToken, refreshToken ?? ''];
  });
  return (await Promise.all(known)).flat().filter((text) => text !== '');
}

function countBy(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...groups].map(([name, group]) => [name, group.length]));
}
