/** Reads nodes by their own accessors: a page can hide `document.body` or `form.parentElement` behind an element of that name. */

/** An accessor, taken off its prototype once: a look-up at each of ten thousand nodes is what would cost most. */
function accessor(owner: object, name: string): (node: Node) => unknown {
  const { get } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
  return (node) => get?.call(node);
}

const readParent = accessor(Node.prototype, 'parentElement');
const readName = accessor(Node.prototype, 'nodeName');
const readText = accessor(Node.prototype, 'textContent');

export function rootOf(document: Document): Element | null {
  return Reflect.get(Object.getPrototypeOf(document), 'documentElement', document);
}

/** The content of `<title>`, which the parser puts into the body where the head ended too early; empty where there is none. */
export function titleOf(page: Element): string {
  const title = page.querySelector('head > title') ?? page.querySelector('title:not(svg *)');
  return title === null ? '' : textOf(title);
}

export function parentOf(node: Node): Element | null {
  return readParent(node) as Element | null;
}

/** The tag name, upper case for HTML elements. */
export function tagOf(node: Node): string {
  return readName(node) as string;
}

export function textOf(node: Node): string {
  return (readText(node) as string | null) ?? '';
}

/** Empty where the attribute is missing. */
export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}
