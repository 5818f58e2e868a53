import { Failure } from '../domain/failure.ts';

/**
 * The decoded bytes of an answer, at most `maxBytes` of them; what its Content-Length says is not trusted.
 * Throws Failure: `unreadable` when it is larger, `offline` when the connection breaks within it.
 */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      // Nobody waits for it: a peer that never stops sending may never end either.
      void reader.cancel().catch(() => undefined);
      throw new Failure('unreadable', `more than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  return join(chunks, size);
}

/** Lets go of an answer whose body nobody wants. */
export function discardBody(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}

/** Bytes as text: strict UTF-8, a leading byte order mark dropped. Throws Failure `unreadable`. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('unreadable', 'not UTF-8');
  }
}

function brokenOff(error: unknown): never {
  if (error instanceof Failure) throw error;
  throw new Failure('offline', 'the connection broke off within the answer');
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
