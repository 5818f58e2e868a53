import { describe, expect, it } from 'vitest';
import { providers } from '../../utils/providers/registry.ts';
import { readSource, sourceFiles } from '../support/source-files.ts';
import { calleeName, type Node, nodesOf, stringOf } from '../support/syntax.ts';

const FILES = ['utils', 'components', 'entrypoints'].flatMap(sourceFiles);

/** Where a check finds something, as `file: text`. */
function where(check: (file: string, source: string) => string[], files = FILES): string[] {
  return files.flatMap((file) => check(file, readSource(file)).map((found) => `${file}: ${found}`));
}

const matches = (pattern: RegExp) => (_file: string, source: string) =>
  [...source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').matchAll(pattern)].map(([text]) => text);

/** Names of things that are or hold a host. */
const HOSTLY = /host|origin|url|href|address|domain/i;
/** What compares a part of a text. */
const PARTLY = new Set(['startsWith', 'endsWith', 'indexOf', 'lastIndexOf', 'search']);
/** A scheme alone says nothing of the host. */
const SCHEME = /^[a-z-]+:\/\/$/;

/** Comparisons of a part of an address; the whole of our own address is one as well, but ends with its `/`. */
function partlyCompared(file: string, source: string): string[] {
  const textOf = (node: Node | undefined) => (node ? source.slice(node.start, node.end) : '');
  return nodesOf(file, source)
    .filter(({ type }) => type === 'CallExpression')
    .filter((call) => {
      const { object } = call.callee as { object?: Node };
      const [argument] = call.arguments as Node[];
      const text = stringOf(argument) ?? '';
      const isPart = PARTLY.has(calleeName(call)) || (calleeName(call) === 'includes' && text.includes('.'));
      const isOwn = textOf(argument) === "browser.runtime.getURL('/')";
      return isPart && HOSTLY.test(textOf(object)) && !SCHEME.test(text) && !isOwn;
    })
    .map(textOf);
}

/** What an object is given under a name. */
function given(name: string, file: string, source: string): string[] {
  return nodesOf(file, source)
    .filter(({ type, parent }) => type === 'Property' && parent?.type === 'ObjectExpression')
    .filter(({ key }) => (key as Node).name === name)
    .map(({ start, end }) => source.slice(start, end));
}

describe('the source', () => {
  it('H03: compares hosts as a whole: use checkAddress of utils/domain/checkout-host.ts', () => {
    expect(where(partlyCompared)).toEqual([]);
  });

  it.each([
    ["url.startsWith('https://pay.good.example')"],
    ["new URL(link).hostname.endsWith('good.example')"],
    ["line.checkoutHosts[0].indexOf('good') >= 0"],
    ['href.slice(8).startsWith(host)'],
    ["line.url.includes('good.example')"],
  ])('H03: is found out where it says %s', (expression) => {
    expect(partlyCompared('x.ts', `const x = ${expression};`)).not.toEqual([]);
  });

  it('H09: knows no address but those that providers declare, so that no list of hosts can come from outside', () => {
    // Whole addresses, not the beginnings and patterns that code makes them of.
    const declared = new Set(
      providers.flatMap(({ id }) => [`utils/providers/${id}.ts`, `utils/providers/presets/${id}.ts`]),
    );
    const others = FILES.filter((file) => !declared.has(file));
    const spelled = where(
      (file, source) =>
        nodesOf(file, source)
          .map((node) => stringOf(node) ?? '')
          .filter((text) => /^(?:https?|wss?):\/\/[\w.-]+\.[a-z]/i.test(text)),
      others,
    );
    expect(spelled.filter((found) => !found.endsWith('.example') && !found.includes('.example/'))).toEqual(
      [],
    );
  });

  it('H09: asks the network in one place, handed to it by the background and by the page that signs in', () => {
    const asking = where(
      matches(/(?<![.\w])fetch\(|XMLHttpRequest|sendBeacon|new (?:WebSocket|EventSource)\b/g),
    );
    expect(asking.toSorted()).toEqual([
      'entrypoints/background/compose.ts: fetch(',
      'entrypoints/options/sign-in.ts: fetch(',
      'utils/platform/http-send.ts: fetch(',
    ]);
  });

  it('H09: changes the confirmed hosts of a line only by the word of the person', () => {
    const rooms = ['utils/app', 'utils/platform', 'entrypoints/background'].flatMap(sourceFiles);
    expect(where((...file) => given('checkoutHosts', ...file), rooms)).toEqual([
      'utils/app/add-line.ts: checkoutHosts: announced.filter((host) => input.confirmedHosts.includes(host))',
      'utils/app/help.ts: checkoutHosts',
      'utils/app/import.ts: checkoutHosts: []',
    ]);
  });

  it('D07: turns nothing into a number that was none: unknown is null', () => {
    expect(where(matches(/\bcoerce\b|\bz\._default\(|\bz\.prefault\(|\bz\.catch\(/g))).toEqual([]);
  });

  it("D15: hands no markup to a page, and parses a carrier's in one place", () => {
    const sinks =
      /dangerouslySetInnerHTML|\.(?:innerHTML|outerHTML|srcdoc)\b|insertAdjacentHTML|document\.write/g;
    expect(where(matches(sinks))).toEqual([]);
    expect(
      where(matches(/\bDOMParser\b|\bparseHTML\b|setHTML|\.createPolicy\(|createContextualFragment/g)),
    ).toEqual(['utils/platform/html-inert.ts: .createPolicy(', 'utils/platform/html-inert.ts: DOMParser']);
  });

  it('D15: puts nothing of a parsed page into another', () => {
    const parsers = FILES.filter((file) => /html-inert|html-pieces/.test(readSource(file)));
    const inserting =
      /\b(?:append(?:Child)?|prepend|insertBefore|replace(?:With|Children)|adoptNode|importNode)\(/g;
    expect(
      where(matches(inserting), [
        ...parsers,
        'utils/platform/html-inert.ts',
        'utils/platform/html-pieces.ts',
      ]),
    ).toEqual([]);
  });

  it('asks for permissions in one function, which pages alone call', () => {
    expect(where(matches(/\bpermissions\s*\.request\b/g))).toEqual([
      'utils/platform/permissions.ts: permissions.request',
    ]);
    const callers = FILES.filter((file) => /\brequestOrigins\b/.test(readSource(file)));
    expect(callers.toSorted()).toEqual(['entrypoints/popup/actions.ts', 'utils/platform/permissions.ts']);
  });
});
