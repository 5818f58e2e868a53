import type { Bidi, NodeReference } from './bidi.ts';
import type { Name, Role } from './contract.ts';
import { fieldLabelled, thingNamed } from './in-page.ts';
import { patternOf } from './names.ts';

/** The first thing with this role and name; null = there is none at this moment. */
export async function located(
  bidi: Bidi,
  context: string,
  role: Role,
  name: Name,
): Promise<NodeReference | null> {
  if (typeof name !== 'string') return bidi.callForNode(context, String(thingNamed), [role, name.source]);
  const { nodes } = await bidi.send<{ nodes: NodeReference[] }>('browsingContext.locateNodes', {
    context,
    locator: { type: 'accessibility', value: { role, name } },
    maxNodeCount: 1,
  });
  const [node] = nodes;
  return node ? { sharedId: node.sharedId } : null;
}

/** The form field with this label, or the label itself. */
export function labelled(
  bidi: Bidi,
  context: string,
  label: Name,
  part: 'field' | 'label',
): Promise<NodeReference | null> {
  return bidi.callForNode(context, String(fieldLabelled), [patternOf(label), part]);
}

const CLICKABLE = `async (element) => {
  const place = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const before = place();
  await new Promise((done) => setTimeout(done, 40));
  const now = place();
  const rests = before[0] === now[0] && before[1] === now[1];
  const hit = document.elementFromPoint(...now);
  const open = !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true';
  const reached = element.contains(hit) || (hit?.contains(element) ?? false);
  return element.isConnected && rests && open && reached ? element : null;
}`;

/** Scrolls to an element; null = it still moves, is switched off, or a click on its middle would not reach it. */
export function reachable(
  bidi: Bidi,
  context: string,
  element: NodeReference,
): Promise<NodeReference | null> {
  return bidi.callForNode(context, CLICKABLE, [element]);
}

/** Whether a field holds a value. */
export async function holds(
  bidi: Bidi,
  context: string,
  field: NodeReference,
  value: string,
): Promise<boolean> {
  const compare = '(field, value) => (field.value === value ? field : null)';
  return (await bidi.callForNode(context, compare, [field, value])) !== null;
}
