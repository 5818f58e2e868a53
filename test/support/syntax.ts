import { parseSync } from 'vite';

/** A node of a syntax tree, with the fields that its kind has. */
export interface Node {
  type: string;
  /** offset in the source */
  start: number;
  end: number;
  /** null = the program itself */
  parent: Node | null;
  [field: string]: unknown;
}

/** By source: many tests look at the same files. */
const known = new Map<string, readonly Node[]>();

/** All nodes of a TypeScript file, parents before children. Throws where it cannot be parsed. */
export function nodesOf(file: string, source: string): readonly Node[] {
  const nodes = known.get(source) ?? parsed(file, source);
  known.set(source, nodes);
  return nodes;
}

function parsed(file: string, source: string): Node[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  gather(program as unknown as Node, null, nodes);
  return nodes;
}

function gather(node: Node, parent: Node | null, nodes: Node[]): void {
  nodes.push(node);
  node.parent = parent;
  for (const child of childrenOf(node)) gather(child, node, nodes);
}

export function childrenOf({ parent: _, ...fields }: Node): Node[] {
  return Object.values(fields).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** From the nearest outwards. */
export function ancestors(node: Node): Node[] {
  const found: Node[] = [];
  for (let each = node.parent; each; each = each.parent) found.push(each);
  return found;
}

/** The name of a call: of `a.b.c()` it is `c`; '' where there is none. */
export function calleeName(call: Node): string {
  const callee = call.callee as Node;
  const named = callee.type === 'MemberExpression' ? (callee.property as Node) : callee;
  return typeof named.name === 'string' ? named.name : '';
}

/** The text of a string literal or of a template without holes; null = something else. */
export function stringOf(node: Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral' || (node.expressions as Node[]).length > 0) return null;
  const [quasi] = node.quasis as Node[];
  return (quasi?.value as { cooked: string } | undefined)?.cooked ?? null;
}
