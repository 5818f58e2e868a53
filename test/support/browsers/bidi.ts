import { setTimeout as pause } from 'node:timers/promises';

/*
 * A small client of WebDriver BiDi (W3C) over Node's own WebSocket: commands with their answers, and the
 * running of functions in a page, with JSON for arguments and result.
 */

const ANSWER_WITHIN = 60_000;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  type: 'success' | 'error' | 'event';
  id: number | null;
  result?: unknown;
  error?: string;
  message?: string;
}

/** A page's element, as BiDi names it between commands. */
export interface NodeReference {
  sharedId: string;
}

interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

type ScriptResult =
  | { type: 'success'; result: RemoteValue }
  | { type: 'exception'; exceptionDetails: { text: string } };

export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has gone'));
      this.#waiting.clear();
    });
  }

  /** Connects to `ws://127.0.0.1:PORT` and begins a session. */
  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)), { once: true });
    await promise;
    const bidi = new Bidi(socket);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return bidi;
  }

  /** Sends a command. Rejects with the browser's own words when it refuses. */
  async send<T = unknown>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    const id = ++this.#count;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#socket.send(JSON.stringify({ id, method, params }));
    const given = new AbortController();
    const late = pause(ANSWER_WITHIN, null, { signal: given.signal, ref: false }).then(
      () => reject(new Error(`${method}: no answer`)),
      () => {},
    );
    try {
      return (await promise) as T;
    } finally {
      given.abort();
      await late;
      this.#waiting.delete(id);
    }
  }

  /** Runs a function in a browsing context; see `Page.evaluate`. */
  async call<A extends unknown[], T>(
    context: string,
    work: (...args: A) => T | Promise<T>,
    args: A,
  ): Promise<T> {
    const declaration = `async (text) => JSON.stringify((await (${work})(...JSON.parse(text))) ?? null)`;
    const argument = { type: 'string', value: JSON.stringify(args) };
    const result = await this.#script(context, declaration, [argument]);
    return JSON.parse(String(result.value)) as T;
  }

  /** Runs a function that answers an element, with plain strings or elements as arguments. */
  async callForNode(
    context: string,
    declaration: string,
    args: (string | NodeReference)[],
  ): Promise<NodeReference | null> {
    const sent = args.map((arg) => (typeof arg === 'string' ? { type: 'string', value: arg } : arg));
    const result = await this.#script(context, declaration, sent);
    return result.sharedId === undefined ? null : { sharedId: result.sharedId };
  }

  close(): void {
    this.#socket.close();
  }

  async #script(context: string, functionDeclaration: string, args: unknown[]): Promise<RemoteValue> {
    const answer = await this.send<ScriptResult>('script.callFunction', {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  #take(message: Message): void {
    if (message.id === null || message.type === 'event') return;
    const waiting = this.#waiting.get(message.id);
    if (message.type === 'success') waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${message.error}: ${message.message}`));
  }
}
