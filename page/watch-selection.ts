/** Tells when a person has selected text, and when they let it go. */

/** Says nothing of selections that a script makes until a real key or pointer follows, and nothing twice. */
export function watchSelection(
  document: Document,
  callbacks: { selected(range: Range): void; cleared(): void },
  ownHost: Element,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  if (view === null) return;
  const options = { capture: true, signal };
  let last: Range | null = null;

  const read = (event: Event) => {
    if (!event.isTrusted || event.target === ownHost) return;
    // The browser sets the selection after the event.
    view.requestAnimationFrame(() => {
      const range = selectedRange(document);
      if (range === null) callbacks.cleared();
      else if (last === null || !isSameRange(range, last)) callbacks.selected(range);
      last = range;
    });
  };
  // Whoever presses the button anew means it, even if it ends in the same words.
  const begin = (event: PointerEvent) => {
    if (event.isTrusted && event.button === 0 && event.target !== ownHost) last = null;
  };
  view.addEventListener('pointerdown', begin, options);
  view.addEventListener('pointerup', read, options);
  view.addEventListener('keyup', read, options);
}

function isSameRange(one: Range, other: Range): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}

/** The selection, or null when nothing, or something in an editable field, is selected. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (isEditable(range.commonAncestorContainer) || isEditable(document.activeElement)) return null;
  return range.toString().trim() === '' ? null : range.cloneRange();
}

/** Whether keys typed there make text. */
function isEditable(node: Node | null): boolean {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  if (element === null) return false;
  if (element.closest('input, textarea, select, [role="textbox"], [role="combobox"]') !== null) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
