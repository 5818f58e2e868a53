import { Failure } from '../../domain/failure.ts';
import { MANY } from './answer.ts';

const HTML =
  /^\s*(?:<\?[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|title|meta|script|body)\b/is;
const NAME = '([A-Za-z_][\\w.-]*)';
/** No declarations, so that entities cannot be made. */
const WHOLE = new RegExp(`^(?:<\\?xml\\s[^<>]*\\?>\\s*)?<${NAME}>(.*)</\\1>$`, 's');
const CHILD = new RegExp(`\\s*<${NAME}(?:\\s*/>|>(.*?)</\\1>)`, 'gsy');
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }),
);

/** An element whose children hold text; those that hold elements of their own are left out. */
export interface FlatXml {
  root: string;
  fields: ReadonlyMap<string, string>;
}

/**
 * XML as devices answer it: one element, its children without attributes. Throws Failure: `intercepted` for a page of
 * HTML, `unreadable` for anything else.
 */
export function flatXml(text: string): FlatXml {
  if (HTML.test(text)) throw new Failure('intercepted', 'a page where XML was due');
  const [, root = '', content = ''] = WHOLE.exec(text.trim()) ?? [];
  const body = content.trimEnd();
  const fields = new Map<string, string>();
  let [read, count] = [0, 0];
  for (const [child, name = '', inner = ''] of body.matchAll(CHILD)) {
    read += child.length;
    count += 1;
    if (count > MANY) throw notXml();
    if (!/^<.*>$/s.test(inner.trim())) fields.set(name, plain(inner));
  }
  if (root === '' || read < body.length) throw notXml();
  return { root, fields };
}

function plain(text: string): string {
  if (text.includes('<')) throw notXml();
  return text.replace(/&\w*;?/g, (entity) => {
    const meant = ENTITIES.get(entity);
    if (meant === undefined) throw notXml();
    return meant;
  });
}

function notXml(): Failure {
  return new Failure('unreadable', 'not XML of flat elements');
}
