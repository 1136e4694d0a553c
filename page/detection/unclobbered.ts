/** Reads nodes by their own accessors: a page can hide `document.body` or `form.parentElement` behind an element of that name. */

/** Taken off its prototype once: a look-up at each of ten thousand nodes is what would cost most. */
function getterOf<Value>(name: string): (this: Node) => Value {
  const get = Object.getOwnPropertyDescriptor(Node.prototype, name)?.get;
  if (get === undefined) throw new TypeError(`The DOM has no Node.${name}.`);
  return get;
}

const getParent = getterOf<Element | null>('parentElement');
const getName = getterOf<string>('nodeName');
const getText = getterOf<string | null>('textContent');

export function rootOf(document: Document): Element | null {
  return Reflect.get(Object.getPrototypeOf(document), 'documentElement', document);
}

/** The content of `<title>`, which the parser puts into the body where the head ended too early; empty where there is none. */
export function titleOf(page: Element): string {
  const title = page.querySelector('head > title') ?? page.querySelector('title:not(svg *)');
  return title === null ? '' : textOf(title);
}

export function parentOf(node: Node): Element | null {
  return getParent.call(node);
}

/** The tag name, upper case for HTML elements. */
export function tagOf(node: Node): string {
  return getName.call(node);
}

export function textOf(node: Node): string {
  return getText.call(node) ?? '';
}

/** Empty where the attribute is missing. */
export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}
