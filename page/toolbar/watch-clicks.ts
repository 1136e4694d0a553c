/** Tells where a person clicks on the words of the page, and not on something that the page answers itself. */

import { selectedRange } from './watch-selection';

/** @param clicked viewport pixels; null when the click is the page's own business, such as a link's */
export function watchClicks(
  document: Document,
  clicked: (place: { x: number; y: number } | null) => void,
  ownHost: Element,
  signal: AbortSignal,
): void {
  const click = (event: MouseEvent) => {
    if (!event.isTrusted || event.target === ownHost || selectedRange(document) !== null) return;
    clicked(isControl(event) ? null : { x: event.clientX, y: event.clientY });
  };
  document.defaultView?.addEventListener('click', click, { capture: true, signal });
}

function isControl(event: Event): boolean {
  const controls = 'a[href], button, summary, label, input, select, textarea';
  return event
    .composedPath()
    .some((node) => node instanceof Element && Element.prototype.matches.call(node, controls));
}
