import type { Socket } from 'node:net';
import type { Cursor, Value } from './messages.ts';

/** The service of notifications, by its own name and by its name on the bus; programs are `:1.1` and so on. */
export const NOTIFICATIONS = 'org.freedesktop.Notifications';
export const OWNER = ':1.0';

export type Reply = { signature?: string; body?: readonly Value[] } | { error: string };

/** Whoever can reach the socket may come in. */
export function welcome(socket: Socket, said: string): void {
  for (const line of said.split('\r\n')) {
    if (/^\0?AUTH EXTERNAL/.test(line)) socket.write(`OK ${'0'.repeat(32)}\r\n`);
    else if (/^\0?AUTH/.test(line)) socket.write('REJECTED EXTERNAL\r\n');
    else if (line.startsWith('NEGOTIATE')) socket.write('ERROR\r\n');
  }
}

/** What the bus itself is asked. */
export function ofBus(member: string, body: Cursor, name: string): Reply {
  switch (member) {
    case 'Hello':
      return { signature: 's', body: [name] };
    case 'AddMatch':
    case 'RemoveMatch':
      return {};
    case 'RequestName':
      return { signature: 'u', body: [1] };
    case 'NameHasOwner':
      return { signature: 'b', body: [body.text() === NOTIFICATIONS ? 1 : 0] };
    case 'ListNames':
    case 'ListActivatableNames':
      return { signature: 'as', body: [[NOTIFICATIONS]] };
    case 'GetNameOwner':
      if (body.text() === NOTIFICATIONS) return { signature: 's', body: [OWNER] };
      return { error: 'org.freedesktop.DBus.Error.NameHasNoOwner' };
    default:
      return { error: 'org.freedesktop.DBus.Error.ServiceUnknown' };
  }
}
