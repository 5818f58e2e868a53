import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { NOTIFICATIONS, OWNER, ofBus, type Reply, welcome } from './bus.ts';
import {
  ANSWER,
  CALL,
  type Cursor,
  decode,
  ERROR,
  encode,
  FIELD,
  type Incoming,
  SIGNAL,
  type Value,
} from './messages.ts';

const OBJECT = '/org/freedesktop/Notifications';

/** A notification as the desktop is to draw it. */
export interface Drawn {
  id: number;
  title: string;
  message: string;
  /** words of what can be clicked, by the program's own key; `default` is the notification itself */
  actions: ReadonlyMap<string, string>;
}

/**
 * A desktop's message bus with its notifications (https://specifications.freedesktop.org/notification/latest/): what a
 * browser on Linux asks to draw is kept here, and a click comes to it as from a person.
 */
export class Desktop {
  readonly #programs = new Set<Socket>();
  #server: Server | null = null;
  #drawn: Drawn[] = [];
  #lastProgram = 0;
  #lastId = 0;
  #serial = 0;

  /** Answers the address of the bus, a socket in the folder. It keeps nobody from ending. */
  async open(folder: string): Promise<string> {
    const file = path.join(folder, 'desktop');
    if (!this.#server) {
      this.#server = createServer((socket) => this.#serve(socket)).unref();
      this.#server.listen(file);
      await once(this.#server, 'listening');
    }
    return `unix:path=${file}`;
  }

  /** What is drawn at this moment, oldest first. */
  get drawn(): readonly Drawn[] {
    return this.#drawn;
  }

  /** A click on the notification (`default`) or on the button with these words. Throws when there is none. */
  click(title: string, words?: string): void {
    const found = this.#drawn.findLast((each) => each.title === title);
    const keys = [...(found?.actions ?? [])];
    const [key] = keys.find(([action, label]) => (words ? label === words : action === 'default')) ?? [];
    if (!found || key === undefined) throw new Error(`nothing to click: "${title}" ${words ?? ''}`);
    this.#signal('ActionInvoked', 'us', [found.id, key]);
  }

  #serve(socket: Socket): void {
    const name = `:1.${++this.#lastProgram}`;
    this.#programs.add(socket);
    socket.on('close', () => {
      this.#programs.delete(socket);
      // What was drawn for a browser goes with it.
      if (this.#programs.size === 0) this.#drawn = [];
    });
    let open = false;
    let data = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      data = Buffer.concat([data, chunk]);
      if (!open) {
        const begun = data.indexOf('BEGIN\r\n');
        open = begun >= 0;
        welcome(socket, data.toString('latin1'));
        data = data.subarray(open ? begun + 'BEGIN\r\n'.length : data.lastIndexOf('\n') + 1);
      }
      for (let next = open && decode(data); next; next = decode(data)) {
        data = data.subarray(next.length);
        if (next.message.type === CALL) this.#answer(socket, name, next.message);
      }
    });
  }

  #answer(socket: Socket, name: string, call: Incoming): void {
    const forUs = call.fields.get(FIELD.destination) === NOTIFICATIONS;
    const member = String(call.fields.get(FIELD.member));
    const reply = forUs ? this.#notify(member, call.body) : ofBus(member, call.body, name);
    const fields = {
      replyTo: call.serial,
      destination: name,
      sender: forUs ? OWNER : 'org.freedesktop.DBus',
    };
    this.#serial += 1;
    const message =
      'error' in reply
        ? { type: ERROR, serial: this.#serial, fields: { ...fields, error: reply.error } }
        : { type: ANSWER, serial: this.#serial, fields, ...reply };
    socket.write(encode(message));
  }

  #notify(member: string, body: Cursor): Reply {
    if (member === 'GetCapabilities') return { signature: 'as', body: [['actions', 'body', 'persistence']] };
    if (member === 'GetServerInformation') return { signature: 'ssss', body: ['test', 'test', '1', '1.2'] };
    if (member === 'Notify') return { signature: 'u', body: [this.#draw(body)] };
    if (member !== 'CloseNotification') return { error: 'org.freedesktop.DBus.Error.UnknownMethod' };
    const id = body.number();
    const at = this.#drawn.findIndex((each) => each.id === id);
    if (at >= 0) this.#drawn.splice(at, 1);
    this.#signal('NotificationClosed', 'uu', [id, 3]);
    return {};
  }

  /** Name of the program, what it replaces, icon, title, text, actions. */
  #draw(body: Cursor): number {
    body.text();
    const replaced = body.number();
    body.text();
    const [title, message, actions] = [body.text(), body.text(), body.texts()];
    const id = replaced || ++this.#lastId;
    const pairs = actions.flatMap((key, index) =>
      index % 2 ? [] : [[key, actions[index + 1] ?? ''] as const],
    );
    const at = this.#drawn.findIndex((each) => each.id === id);
    this.#drawn.splice(at < 0 ? this.#drawn.length : at, 1, { id, title, message, actions: new Map(pairs) });
    return id;
  }

  #signal(member: string, signature: string, body: readonly Value[]): void {
    this.#serial += 1;
    const fields = { path: OBJECT, interface: NOTIFICATIONS, member, sender: OWNER };
    const message = encode({ type: SIGNAL, serial: this.#serial, fields, signature, body });
    for (const program of this.#programs) program.write(message);
  }
}
