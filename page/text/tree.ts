/** Steps through the DOM by its own accessors, which a form's fields named `parentNode` or `nextSibling` cannot hide. */

/**
 * One function for each accessor, and none of them shared: then the compiler makes a plain field access of each, and a
 * page is read by tens of thousands of them. There is no DOM where only types of this file are used.
 */
function getterOf<Value>(owner: string, name: string): (this: Node) => Value {
  const prototype: object | undefined = Reflect.get(globalThis, owner)?.prototype;
  const descriptor = prototype === undefined ? undefined : Object.getOwnPropertyDescriptor(prototype, name);
  return (
    descriptor?.get ??
    (() => {
      throw new MissingAccessorError(`${owner}.${name}`);
    })
  );
}

/** No browser is without them. */
export class MissingAccessorError extends Error {
  override name = 'MissingAccessorError';
  constructor(accessor: string) {
    super(`The DOM has no ${accessor}.`);
  }
}

const getParentNode = getterOf<Node | null>('Node', 'parentNode');
const getFirstChild = getterOf<Node | null>('Node', 'firstChild');
const getNextSibling = getterOf<Node | null>('Node', 'nextSibling');
const getPreviousSibling = getterOf<Node | null>('Node', 'previousSibling');
const getPreviousElement = getterOf<Element | null>('Element', 'previousElementSibling');
const getLocalName = getterOf<string>('Element', 'localName');
const getIsConnected = getterOf<boolean>('Node', 'isConnected');
const getNodeName = getterOf<string>('Node', 'nodeName');
const getNodeType = getterOf<number>('Node', 'nodeType');
const getShadowRoot = getterOf<ShadowRoot | null>('Element', 'shadowRoot');
const getData = getterOf<string>('CharacterData', 'data');
const getSlotOfElement = getterOf<HTMLSlotElement | null>('Element', 'assignedSlot');
const getSlotOfText = getterOf<HTMLSlotElement | null>('Text', 'assignedSlot');

export function parentNodeOf(node: Node): Node | null {
  return getParentNode.call(node);
}

export function firstChildOf(node: Node): Node | null {
  return getFirstChild.call(node);
}

export function nextSiblingOf(node: Node): Node | null {
  return getNextSibling.call(node);
}

export function previousSiblingOf(node: Node): Node | null {
  return getPreviousSibling.call(node);
}

export function previousElementOf(element: Element): Element | null {
  return getPreviousElement.call(element);
}

/** Lower case for HTML elements, without a prefix. */
export function localNameOf(element: Element): string {
  return getLocalName.call(element);
}

/** Whether the node is in a document, also through shadow trees. */
export function isConnected(node: Node): boolean {
  return getIsConnected.call(node);
}

/** Upper case for HTML elements. */
export function nameOf(node: Node): string {
  return getNodeName.call(node);
}

function nodeTypeOf(node: Node): number {
  return getNodeType.call(node);
}

/** Null where there is none, or where the page closed it. */
export function openShadowRootOf(element: Element): ShadowRoot | null {
  return getShadowRoot.call(element);
}

/** The text of a text node. */
export function dataOf(node: Text): string {
  return getData.call(node);
}

/** As `parentNodeOf`, and out of a shadow root to its host. */
export function holderOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : parentNodeOf(node);
}

/** Null past the last child. Cost grows with `index`. */
export function childAt(node: Node, index: number): Node | null {
  let child = firstChildOf(node);
  for (let left = index; left > 0 && child !== null; left -= 1) child = nextSiblingOf(child);
  return child;
}

export function isText(node: Node): node is Text {
  const type = nodeTypeOf(node);
  return type === 3 || type === 4;
}

export function isElement(node: Node): node is Element {
  return nodeTypeOf(node) === 1;
}

/** The open slot that the node is shown in; null for one that is shown where it stands, or nowhere. */
export function slotOf(node: Node): HTMLSlotElement | null {
  if (isElement(node)) return getSlotOfElement.call(node);
  return isText(node) ? getSlotOfText.call(node) : null;
}

export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}

/** The document, shadow root or other top of the tree that the node is in. */
export function treeRootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}
