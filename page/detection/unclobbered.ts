/** Reads nodes by their own accessors: a page can hide `document.body` or `form.parentElement` behind an element of that name. */

export function rootOf(document: Document): Element | null {
  return Reflect.get(Object.getPrototypeOf(document), 'documentElement', document);
}

export function parentOf(node: Node): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', node);
}

/** The tag name, upper case for HTML elements. */
export function tagOf(node: Node): string {
  return Reflect.get(Node.prototype, 'nodeName', node);
}

export function textOf(node: Node): string {
  return Reflect.get(Node.prototype, 'textContent', node) ?? '';
}

/** Empty where the attribute is missing. */
export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}
