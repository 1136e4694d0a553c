/** Tells a click on words from a click that the page answers itself. */

/** Whether the page does something of its own with this click. */
export function isControl(event: Event): boolean {
  const controls = 'a[href], button, summary, label, input, select, textarea';
  return event
    .composedPath()
    .some((node) => node instanceof Element && Element.prototype.matches.call(node, controls));
}
