import { ancestors, calleeName, childrenOf, type Node, nodesOf } from './syntax.ts';

/*
 * Finds listeners that the background adds too late: an event that wakes it is dropped unless its listener stands
 * before the first wait.
 */

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
/** Calls that run the function they are given at once. */
const AT_ONCE = ['defineBackground'];

export interface Listening {
  /** `alarms.onAlarm` */
  event: string;
  file: string;
  line: number;
  /** why it may come too late; null = it stands at once */
  late: string | null;
}

/** Every listener of the files, by what is added and where. `files`: source by path. */
export function listeners(files: ReadonlyMap<string, string>): Listening[] {
  const calls = [...files].flatMap(([file, source]) =>
    nodesOf(file, source)
      .filter(({ type }) => type === 'CallExpression')
      .map((call) => ({ call, file, line: source.slice(0, call.start).split('\n').length })),
  );
  const names = registrars(calls.map(({ call }) => call));
  return calls
    .filter(({ call }) => names.has(calleeName(call)))
    .map(({ call, ...place }) => ({ ...place, event: eventOf(call), late: lateness(call) }));
}

/** `addListener`, and whatever named function calls it, and whatever calls that. */
function registrars(calls: readonly Node[]): Set<string> {
  const names = new Set(['addListener']);
  for (let before = 0; before < names.size; ) {
    before = names.size;
    for (const call of calls)
      if (names.has(calleeName(call))) for (const name of around(call)) names.add(name);
  }
  return names;
}

function around(call: Node): string[] {
  return ancestors(call).flatMap((each) => {
    const id = each.type === 'FunctionDeclaration' ? (each.id as Node | null) : null;
    return typeof id?.name === 'string' ? [id.name] : [];
  });
}

function lateness(call: Node): string | null {
  const outer = ancestors(call);
  for (const each of outer.filter(({ type }) => FUNCTIONS.includes(type))) {
    if (each.async) return 'in an async function';
    const isArgument = each.parent?.type === 'CallExpression' && each.parent.callee !== each;
    if (isArgument && !AT_ONCE.includes(calleeName(each.parent as Node)))
      return `in a function that ${calleeName(each.parent as Node)} calls`;
  }
  const program = outer.at(-1);
  return program && waitsBefore(program, call) ? 'after an await' : null;
}

/** A wait at the top level of the file, which holds everything below it. */
function waitsBefore(program: Node, call: Node): boolean {
  const waits = (node: Node): boolean => {
    if (FUNCTIONS.includes(node.type) || node.start > call.start) return false;
    if (node.type === 'AwaitExpression') return true;
    return childrenOf(node).some(waits);
  };
  return waits(program);
}

/** `browser.alarms.onAlarm.addListener` -> `alarms.onAlarm`; a registrar by its own name. */
function eventOf(call: Node): string {
  const name = calleeName(call);
  if (name !== 'addListener') return name;
  const path: string[] = [];
  let object = (call.callee as Node).object as Node;
  while (object.type === 'MemberExpression') {
    path.unshift((object.property as Node).name as string);
    object = object.object as Node;
  }
  return path.join('.');
}
