/** Marks in an outline what a page's changes have made stale. */

import { blockAround, type Outline, restyleAll, shownIn, touchAll } from './outline';
import { contains, isElement, nameOf, openShadowRootOf, parentNodeOf, treeRootOf } from './tree';

/** What shows or hides words, or puts them into other slots. */
export const watchedAttributes = ['class', 'style', 'hidden', 'open', 'slot', 'name'];

/** More changes than these cost more to follow than to read everything anew. */
export const mostRecords = 1_000;
/** Elements gone up for them, likewise. */
const mostClimbed = 50_000;

/** Cost is limited, whatever the page has done. */
export function noteChanges(outline: Outline, records: readonly MutationRecord[]): void {
  if (records.length > mostRecords) {
    touchAll(outline);
    return;
  }
  const limit = outline.climbed + mostClimbed;
  let noted: MutationRecord | null = null;
  for (const record of records) {
    // A page that animates writes the same again and again.
    if (noted === null || !isRepeated(noted, record)) noteChange(outline, record);
    noted = record;
    if (outline.climbed <= limit && outline.touched.size <= mostRecords) continue;
    touchAll(outline);
    return;
  }
}

function isRepeated(one: MutationRecord, other: MutationRecord): boolean {
  if (one.type === 'childList' || one.type !== other.type) return false;
  return one.target === other.target && one.attributeName === other.attributeName;
}

function noteChange(
  outline: Outline,
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
) {
  if (type === 'attributes') {
    noteAttribute(outline, target, attributeName);
    return;
  }
  if (type === 'characterData') {
    const parent = parentNodeOf(target);
    if (parent !== null && isStyle(parent)) restyleAll(outline);
    else if (makeStale(outline, target)) outline.touched.add(target);
    return;
  }
  if (isStyle(target) || holdsStyle(addedNodes) || holdsStyle(removedNodes)) restyleAll(outline);
  const isRead = makeStale(outline, target);
  const hasSlots = noteSlots(outline, target, 'host');
  if (isRead || hasSlots) for (const node of addedNodes) outline.touched.add(node);
  // A slot that came or went changes what the others of its tree show.
  noteSlots(outline, treeRootOf(target), 'root');
}

function noteAttribute(outline: Outline, target: Node, name: string | null): void {
  if (contains(target, outline.root)) {
    restyleAll(outline);
    return;
  }
  const parent = parentNodeOf(target);
  if (name === 'slot' && parent !== null) noteSlots(outline, parent, 'root');
  if (name === 'name') {
    if (nameOf(target) === 'SLOT') noteSlots(outline, treeRootOf(target), 'root');
    return;
  }
  const around = shownIn(target);
  const block = around === null ? null : blockAround(outline, around);
  if (block === null) return;
  outline.stale.add(block);
  outline.restyled.add(target);
  // "The panel after the chosen tab": a class may show or hide what stands beside the element.
  if (name !== 'style') outline.unsure.add(block);
}

/** Whether the node is, or was, in a block that is shown. */
function makeStale(outline: Outline, node: Node): boolean {
  const block = blockAround(outline, node);
  if (block !== null) outline.stale.add(block);
  return block !== null;
}

/**
 * Makes what the slots of a shadow root show stale.
 * @param what `host`: something came to the host's children or left them. `root`: any slot may show anything now.
 */
function noteSlots(outline: Outline, node: Node, what: 'host' | 'root'): boolean {
  const shadowRoot = node instanceof ShadowRoot ? node : isElement(node) ? openShadowRootOf(node) : null;
  if (shadowRoot === null) return false;
  for (const slot of shadowRoot.querySelectorAll('slot')) {
    if (makeStale(outline, slot) && what === 'root') outline.restyled.add(slot);
  }
  return true;
}

const styles = 'style, link[rel~="stylesheet" i]';

function holdsStyle(nodes: NodeList): boolean {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (isStyle(node) || Element.prototype.querySelector.call(node, styles) !== null) return true;
  }
  return false;
}

function isStyle(node: Node): boolean {
  return isElement(node) && Element.prototype.matches.call(node, styles);
}
