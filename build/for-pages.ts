import { parseAst } from 'vite';
import { FIELD_FOR_PAGES, FOR_PAGES } from '../utils/providers/contract.ts';
import { PRESET_FOR_PAGES } from '../utils/providers/presets/preset.ts';

/*
 * The background carries providers without what pages alone read of them: names to search for, labels, links. They
 * stand in the source together, since who writes a provider thinks of them together.
 */

interface Node {
  type: string;
  start: number;
  end: number;
}

type Names = readonly string[];

/** By the type that a constant is declared to have, or to satisfy. */
const FOR_PAGES_OF: Readonly<Record<string, Names>> = {
  Declaration: FOR_PAGES,
  Partial: FOR_PAGES,
  Preset: PRESET_FOR_PAGES,
};

/** Takes those properties out of a module of a provider; the rest of its text stays as it is. */
export const withoutWhatPagesRead = {
  name: 'without-what-pages-read',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | null {
    if (!/\/utils\/providers\/[^?]*\.ts$/.test(id)) return null;
    const cuts = nodesIn(parseAst(code, { lang: 'ts' })).flatMap(cutsAt);
    return cuts
      .toSorted((a, b) => b.start - a.start)
      .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
  },
};

/** A declaration or a preset is a constant of its module, said to be one; its fields are made by `field`. */
function cutsAt(node: Node & Record<string, unknown>): { start: number; end: number }[] {
  if (node.type === 'VariableDeclarator') return cutsIn(node.init, FOR_PAGES_OF[typeOf(node)] ?? []);
  const makesField = node.type === 'CallExpression' && isNode(node.callee) && node.callee.name === 'field';
  return makesField && Array.isArray(node.arguments) ? cutsIn(node.arguments[0], FIELD_FOR_PAGES) : [];
}

/** The name of the type that stands behind the name of a constant, or behind `satisfies`. */
function typeOf({ id, init }: Record<string, unknown>): string {
  const annotation = isNode(id) && isNode(id.typeAnnotation) ? id.typeAnnotation : init;
  const type = isNode(annotation) ? annotation.typeAnnotation : null;
  const name = isNode(type) ? type.typeName : null;
  return isNode(name) ? String(name.name) : '';
}

function cutsIn(value: unknown, names: Names): { start: number; end: number }[] {
  if (!isNode(value)) return [];
  if (value.type !== 'ObjectExpression') return cutsIn(value.expression, names);
  const properties = Array.isArray(value.properties) ? value.properties.filter(isNode) : [];
  return properties.flatMap(({ start, key }, at) => {
    const isTheirs = isNode(key) && names.includes(String(key.name));
    return isTheirs ? [{ start, end: properties[at + 1]?.start ?? value.end - 1 }] : [];
  });
}

function nodesIn(part: unknown): (Node & Record<string, unknown>)[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return isNode(part) ? [part, ...Object.values(part).flatMap(nodesIn)] : [];
}

function isNode(value: unknown): value is Node & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
