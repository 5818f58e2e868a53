import { compile, TreeInterpreter } from '@jmespath-community/jmespath';
import { Failure } from '../domain/failure.ts';

/*
 * JMESPath over an answer, for pages alone: the background has no room for it. The language always comes to an end,
 * but can double what it holds at each step; so only what never makes more of an answer than there is may be used.
 */

type Node = ReturnType<typeof compile>;
type Json = Parameters<typeof TreeInterpreter.search>[1];

const LONGEST = 300;
const MOST_NODES = 60;
/** Values of an answer, lists and objects included. */
const MOST_VALUES = 20_000;

const ALLOWED: ReadonlySet<Node['type']> = new Set([
  'Literal',
  'Index',
  'Slice',
  'FilterProjection',
  'Projection',
  'ValueProjection',
  'Flatten',
  'Comparator',
  'AndExpression',
  'OrExpression',
  'NotExpression',
  'IndexExpression',
  'Subexpression',
  'Pipe',
  'Identity',
  'Current',
  'ExpressionReference',
  'Function',
  'Arithmetic',
  'Unary',
  'MultiSelectHash',
]);
const FUNCTIONS: ReadonlySet<string> = new Set([
  'contains',
  'ends_with',
  'length',
  'max',
  'max_by',
  'min',
  'min_by',
  'not_null',
  'sort_by',
  'starts_with',
  'sum',
  'to_number',
  'values',
]);

/** What each expression finds; undefined = nothing. Throws Failure `unreadable` for what may not or cannot be asked. */
export function search(answer: unknown, expressions: readonly string[]): unknown[] {
  if (valuesIn(answer, MOST_VALUES) > MOST_VALUES) throw new Failure('unreadable', 'too much to search');
  return expressions.map((expression) => {
    try {
      return TreeInterpreter.search(checked(expression), answer as Json) ?? undefined;
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure('unreadable', 'an expression that does not fit');
    }
  });
}

function checked(expression: string): Node {
  if (expression.length > LONGEST) throw new Failure('unreadable', 'an expression too long');
  const tree = compile(expression);
  const nodes = nodesIn(tree);
  const fits = nodes.every((node) => {
    // What every object inherits is not in the answer, though the library would find it.
    if (node.type === 'Field') return !(node.name in {});
    return ALLOWED.has(node.type) && (node.type !== 'Function' || FUNCTIONS.has(node.name));
  });
  const hashes = nodes.filter(({ type }) => type === 'MultiSelectHash').length;
  if (fits && hashes <= 1 && nodes.length <= MOST_NODES) return withoutEmptySums(tree) as Node;
  throw new Failure('unreadable', 'an expression that may not be used');
}

/** The language says that nothing adds up to 0; here a sum of nothing is nothing, as no figure was told. */
function withoutEmptySums(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutEmptySums);
  if (typeof part !== 'object' || part === null) return part;
  const node = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, withoutEmptySums(value)]),
  );
  if (node.type !== 'Function' || node.name !== 'sum' || !Array.isArray(node.children)) return node;
  return { type: 'AndExpression', left: node.children[0], right: node };
}

/** Everything in a tree that has a type, but for what a literal holds. */
function nodesIn(part: unknown): Node[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && part.type !== 'KeyValuePair' ? [part as Node] : [];
  const isLiteral = own[0]?.type === 'Literal';
  return isLiteral ? own : [...own, ...Object.values(part).flatMap(nodesIn)];
}

/** How many values there are, counted no further than `most`. */
function valuesIn(answer: unknown, most: number): number {
  const waiting: unknown[] = [answer];
  let count = 0;
  while (waiting.length > 0 && count <= most) {
    const value = waiting.pop();
    count += 1;
    if (typeof value !== 'object' || value === null) continue;
    const inside = Object.values(value);
    if (inside.length + count > most) return most + 1;
    waiting.push(...inside);
  }
  return count;
}
