/** Steps through the DOM by its own accessors, which a form's fields named `parentNode` or `nextSibling` cannot hide. */

export function parentNodeOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'parentNode', node);
}

/** As `parentNodeOf`, and out of a shadow root to its host. */
export function holderOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : parentNodeOf(node);
}

export function firstChildOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'firstChild', node);
}

export function nextSiblingOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'nextSibling', node);
}

export function previousSiblingOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'previousSibling', node);
}

/** Null past the last child. Cost grows with `index`. */
export function childAt(node: Node, index: number): Node | null {
  let child = firstChildOf(node);
  for (let left = index; left > 0 && child !== null; left -= 1) child = nextSiblingOf(child);
  return child;
}

/** Null where there is none, or where the page closed it. */
export function openShadowRootOf(element: Element): ShadowRoot | null {
  return Reflect.get(Element.prototype, 'shadowRoot', element);
}

export function isText(node: Node): node is Text {
  const type: number = Reflect.get(Node.prototype, 'nodeType', node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

export function isElement(node: Node): node is Element {
  return Reflect.get(Node.prototype, 'nodeType', node) === Node.ELEMENT_NODE;
}
