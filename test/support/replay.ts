import * as z from 'zod/mini';
import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import { type Reading, readingSchema } from '../../utils/domain/reading.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import type { CarriedProvider, Http, ReadContext } from '../../utils/providers/contract.ts';
import type { ReaderTask } from '../../utils/providers/reader-contract.ts';
import { providerById } from '../../utils/providers/registry.ts';
import type { RecordedCase } from './case-format.ts';
import { readerHere } from './reader.ts';
import { type RecordedFetch, recordedFetch } from './recorded-fetch.ts';

export type Outcome = { reading: Reading } | { failure: Failure };

export interface Replayed {
  outcome: Outcome;
  network: RecordedFetch;
}

/**
 * Runs a case through the real host and the real provider, in a browser whose zone is UTC. `passDeadline` is
 * called when the carrier leaves a request unanswered, and has to let the deadline pass; `onReadApart` with what is
 * given to the page that nobody sees.
 */
export async function replay(
  recorded: RecordedCase,
  passDeadline: () => void,
  onReadApart?: (task: ReaderTask) => void,
): Promise<Replayed> {
  const provider = providerById(recorded.provider);
  if (!provider) throw new Error(`no provider "${recorded.provider}" is registered: add it to the registry`);
  const network = recordedFetch(recorded.exchanges, () => {
    queueMicrotask(passDeadline);
    return new Promise<never>(() => undefined);
  });
  const host = createHttpHost({
    fetch: network.fetch,
    hasPermission: async () => true,
    clock: { now: () => toMs(recorded.now) },
  });
  const options = { origins: provider.origins(recorded.line), etags: {} };
  const { http } = host.run(provider, recorded.line, options);
  const context = contextFor(http, recorded.now);
  const readApart: typeof context.readApart = (task) => {
    onReadApart?.(task);
    return context.readApart(task);
  };
  return { outcome: await read(provider, recorded, { ...context, readApart }), network };
}

/** What a provider is given besides its line; its memory is empty, as after a start of the browser. */
export function contextFor(http: Http, now: string): ReadContext {
  const memory = new Map<string, string>();
  return {
    http,
    now,
    zone: 'UTC',
    readApart: readerHere({ now, zone: 'UTC' }),
    memory: {
      get: async (key) => memory.get(key) ?? null,
      set: async (key, value) => {
        if (value === null) memory.delete(key);
        else memory.set(key, value);
      },
    },
  };
}

async function read(
  provider: CarriedProvider,
  recorded: RecordedCase,
  context: ReadContext,
): Promise<Outcome> {
  try {
    return { reading: z.parse(readingSchema, await provider.read(recorded.line, context)) };
  } catch (error) {
    if (error instanceof Failure) return { failure: error };
    throw error;
  }
}
