/** Looks at what an event names: `instanceof` is wrong about nodes of another frame, and the page toolbar lives in one. */

export function isNode(target: EventTarget | null | undefined): target is Node {
  return target !== null && target !== undefined && 'nodeType' in target;
}

export function isElement(target: EventTarget | null | undefined): target is Element {
  return isNode(target) && target.nodeType === 1;
}
