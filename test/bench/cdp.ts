/*
 * A small client of the Chrome DevTools Protocol over Node's own WebSocket. It attaches to nothing by itself, so that
 * what is measured runs as it does for a person; a page is looked at only when it has painted.
 */

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Evaluated {
  result: { value?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export class Cdp {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (params: unknown) => void>();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has gone'));
    });
  }

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)), { once: true });
    await promise;
    return new Cdp(socket);
  }

  /** Sends a command to the browser, or to a target's session. Rejects with the browser's own words. */
  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#count;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    return promise.finally(() => this.#waiting.delete(id)) as Promise<T>;
  }

  /** One listener for each method. */
  on<P>(method: string, listener: (params: P) => void): void {
    this.#listeners.set(method, listener as (params: unknown) => void);
  }

  async attach(targetId: string): Promise<string> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return sessionId;
  }

  /** Runs a function in a target, as if a person had just clicked there. Arguments and result are JSON. */
  async evaluate<A extends unknown[], T>(
    sessionId: string,
    work: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const expression = `(async () => JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null))()`;
    const how = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails: error } = await this.send<Evaluated>(
      'Runtime.evaluate',
      how,
      sessionId,
    );
    if (error) throw new Error(error.exception?.description ?? error.text);
    return JSON.parse(result.value ?? 'null') as T;
  }

  close(): void {
    this.#socket.close();
  }

  #take({ id, method, params, result, error }: Message): void {
    if (method !== undefined) this.#listeners.get(method)?.(params);
    const waiting = this.#waiting.get(id ?? 0);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
