import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '../database.ts';
import { secret } from '../random.ts';
import { readSetting, writeSetting } from '../settings.ts';

const KEY = 'dialect secrets';

/** Secrets that the dialects have given out, by `dialect name`. */
export function secretsIn(db: Database): Record<string, string> {
  return readSetting<Record<string, string>>(db, KEY, {});
}

/** The secret of that name; made when it is asked for first. */
export function secretNamed(db: Database, name: string): string {
  const known = secretsIn(db);
  const value = known[name] ?? secret('sbd');
  if (known[name] === undefined) writeSetting(db, KEY, { ...known, [name]: value });
  return value;
}

interface Sent {
  /** path and query */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Where a request carries which secret: `esim-go apiKey: header x-api-key`. */
export function secretsSent(db: Database, { url, headers, body }: Sent): string[] {
  const parts: [string, string][] = [
    ['address', url],
    ['body', body],
    ...Object.entries(headers).map(([name, value]): [string, string] => [`header ${name}`, String(value)]),
  ];
  return Object.entries(secretsIn(db)).flatMap(([name, value]) =>
    parts.filter(([, text]) => decoded(text).includes(value)).map(([part]) => `${name}: ${part}`),
  );
}

/** Cuts every secret in a text down to its last four characters. */
export function secretHider(db: Database): (text: string) => string {
  const known = Object.values(secretsIn(db));
  return (text) => known.reduce((rest, value) => rest.replaceAll(value, `…${value.slice(-4)}`), text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
