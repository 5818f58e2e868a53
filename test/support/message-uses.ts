import { calleeName, type Node, nodesOf, stringOf } from './syntax.ts';

/** A sentence asked for by its key, with how many values to fill in. */
export interface Asked {
  key: string;
  /** a count, whose sentence stands under `<key>_one` and `<key>_other` */
  plural: boolean;
  /** values given for `$1`, `$2` ...; null = not to be seen here */
  given: number | null;
}

/** What a source file says of messages. */
export interface MessageUses {
  /** every text in quotes, keys among them */
  texts: string[];
  asked: Asked[];
}

export function messageUses(file: string, source: string): MessageUses {
  const nodes = nodesOf(file, source);
  const texts = nodes.map((node) => stringOf(node)).filter((text) => text !== null);
  return { texts, asked: nodes.filter(({ type }) => type === 'CallExpression').flatMap(askedBy) };
}

function askedBy(call: Node): Asked[] {
  const name = calleeName(call);
  if (name !== 't' && name !== 'n') return [];
  const [first, ...rest] = call.arguments as Node[];
  const given = rest.some(({ type }) => type === 'SpreadElement') ? null : rest.length;
  return choices(first).map((key) => ({ key, plural: name === 'n', given }));
}

/** `'a'` and `yes ? 'a' : 'b'`; what is not written out here is left to the compiler. */
function choices(node: Node | undefined): string[] {
  if (node?.type === 'ConditionalExpression') {
    return [...choices(node.consequent as Node), ...choices(node.alternate as Node)];
  }
  const text = stringOf(node);
  return text === null ? [] : [text];
}

/** Attributes whose text a person sees or hears. */
const SPOKEN =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|label|alt|content)$/;
const LETTERS = /\p{L}/u;

/** Words that stand in a component itself, where no language can reach them. */
export function hardCoded(file: string, source: string): string[] {
  return nodesOf(file, source).flatMap((node) => {
    if (node.type === 'JSXText') return worded(node.value as string);
    if (node.type === 'JSXAttribute') {
      return SPOKEN.test(attributeName(node)) ? shown(node.value as Node | null) : [];
    }
    const isChild = node.type === 'JSXExpressionContainer' && node.parent?.type !== 'JSXAttribute';
    return isChild ? shown(node.expression as Node) : [];
  });
}

/** Fields of a reading that a person reads as the carrier's words. */
const NAMES_OF_CARRIERS = ['label', 'planName'];

/** Words of our own that a provider gives for the carrier's, where no language can reach them. */
export function ownNames(file: string, source: string): string[] {
  return nodesOf(file, source).flatMap((node) => {
    if (node.type !== 'Property') return [];
    const { name, value } = node.key as Node;
    const isName = NAMES_OF_CARRIERS.includes(String(name ?? value));
    return isName ? shown(node.value as Node) : [];
  });
}

function attributeName(attribute: Node): string {
  const name = (attribute.name as Node).name;
  return typeof name === 'string' ? name : '';
}

/** The texts that an expression can come to. */
function shown(node: Node | null): string[] {
  if (!node) return [];
  if (node.type === 'JSXExpressionContainer') return shown(node.expression as Node);
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
    return shown(node.expression as Node);
  if (node.type === 'ConditionalExpression')
    return [...shown(node.consequent as Node), ...shown(node.alternate as Node)];
  if (node.type === 'LogicalExpression' || node.type === 'BinaryExpression')
    return operands(node).flatMap(shown);
  if (node.type === 'TemplateLiteral')
    return (node.quasis as Node[]).flatMap(({ value }) => worded((value as { raw: string }).raw));
  return worded(stringOf(node) ?? '');
}

/** What an operator can hand on: a condition and a comparison are no text. */
function operands({ operator, left, right }: Node): Node[] {
  if (operator === '&&') return [right as Node];
  return ['+', '||', '??'].includes(operator as string) ? [left as Node, right as Node] : [];
}

/** The beginning of an address is no word. */
function worded(text: string): string[] {
  return LETTERS.test(text.replace(/\bhttps?:\/\//g, '')) ? [text.trim()] : [];
}
