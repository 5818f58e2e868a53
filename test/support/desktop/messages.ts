/*
 * The little of D-Bus that a desktop's notifications need (https://dbus.freedesktop.org/doc/dbus-specification.html):
 * little-endian messages whose values are texts, numbers and lists of texts.
 */

export const CALL = 1;
export const ANSWER = 2;
export const ERROR = 3;
export const SIGNAL = 4;

/** Codes of header fields. */
export const FIELD = {
  path: 1,
  interface: 2,
  member: 3,
  error: 4,
  replyTo: 5,
  destination: 6,
  sender: 7,
  signature: 8,
} as const;
type Field = keyof typeof FIELD;

export type Value = string | number | readonly string[];

export interface Outgoing {
  type: number;
  serial: number;
  fields: Partial<Record<Field, string | number>>;
  /** a letter for each value, `as` for a list */
  signature?: string;
  body?: readonly Value[];
}

export interface Incoming {
  type: number;
  serial: number;
  /** by code, see FIELD */
  fields: ReadonlyMap<number, string | number>;
  /** its values, one after the other */
  body: Cursor;
}

/** Reads values from a message, each at its own boundary. */
export class Cursor {
  readonly #data: Buffer;
  at: number;

  constructor(data: Buffer, at = 0) {
    this.#data = data;
    this.at = at;
  }

  align(to: number): void {
    this.at = Math.ceil(this.at / to) * to;
  }

  byte(): number {
    this.at += 1;
    return this.#data.readUInt8(this.at - 1);
  }

  number(): number {
    this.align(4);
    this.at += 4;
    return this.#data.readUInt32LE(this.at - 4);
  }

  text(length = this.number()): string {
    const from = this.at;
    this.at += length + 1;
    return this.#data.toString('utf8', from, from + length);
  }

  texts(): string[] {
    const length = this.number();
    const end = this.at + length;
    const list: string[] = [];
    while (this.at < end) list.push(this.text());
    return list;
  }
}

const FIXED = 16;

/** The first message of what has come, and its length in bytes; null = there is more to come. */
export function decode(data: Buffer): { message: Incoming; length: number } | null {
  if (data.length < FIXED) return null;
  const end = FIXED + data.readUInt32LE(12);
  const body = Math.ceil(end / 8) * 8;
  const length = body + data.readUInt32LE(4);
  if (data.length < length) return null;
  const cursor = new Cursor(data, FIXED);
  const fields = new Map<number, string | number>();
  while (cursor.at < end) {
    cursor.align(8);
    const code = cursor.byte();
    const type = cursor.text(cursor.byte());
    fields.set(code, type === 'u' ? cursor.number() : cursor.text(type === 'g' ? cursor.byte() : undefined));
  }
  const message = { type: data.readUInt8(1), serial: data.readUInt32LE(8), fields };
  return { message: { ...message, body: new Cursor(data.subarray(body, length)) }, length };
}

const TYPES: Partial<Record<Field, string>> = { path: 'o', replyTo: 'u', signature: 'g' };

export function encode({ type, serial, fields, signature = '', body = [] }: Outgoing): Buffer {
  const values: number[] = [];
  for (const value of body) put(values, value);
  const head: number[] = [];
  const all = signature === '' ? fields : { ...fields, signature };
  for (const [name, value] of Object.entries(all) as [Field, string | number][]) {
    pad(head, 8);
    const kind = TYPES[name] ?? 's';
    head.push(FIELD[name], 1, kind.charCodeAt(0), 0);
    if (kind === 'g') head.push(...signatureBytes(String(value)));
    else put(head, value);
  }
  const bytes = ['l'.charCodeAt(0), type, 0, 1];
  for (const each of [values.length, serial, head.length]) put(bytes, each);
  bytes.push(...head);
  pad(bytes, 8);
  return Buffer.from([...bytes, ...values]);
}

function pad(bytes: number[], to: number): void {
  while (bytes.length % to !== 0) bytes.push(0);
}

function signatureBytes(text: string): number[] {
  return [text.length, ...Buffer.from(text), 0];
}

function put(bytes: number[], value: Value): void {
  pad(bytes, 4);
  if (typeof value === 'number') bytes.push(...uint32(value));
  else if (typeof value === 'string')
    bytes.push(...uint32(Buffer.byteLength(value)), ...Buffer.from(value), 0);
  else {
    const list: number[] = [];
    for (const each of value) put(list, each);
    bytes.push(...uint32(list.length), ...list);
  }
}

function uint32(value: number): number[] {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return [...bytes];
}
