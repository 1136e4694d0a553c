/** Tells when a person has selected text, and when they let it go. */

export interface SelectedBy {
  /** By a mouse, a pen or a finger, and not there before; else by keys. */
  isPointer: boolean;
  /** 2 where a word was clicked twice, 3 for a paragraph. */
  clicks: number;
}

/** Says nothing of selections that a script makes until the reader selects by a real key or pointer, and nothing twice. */
export function watchSelection(
  document: Document,
  callbacks: { selected(range: Range, by: SelectedBy): void; cleared(): void },
  ownHost: Element,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  if (view === null) return;
  const options = { capture: true, signal };
  let last: Range | null = null;
  let beforePress: Range | null = null;
  let clicks = 0;

  const read = (isPointer: boolean) => {
    if (signal.aborted) return;
    const range = selectedRange(document);
    if (range === null) callbacks.cleared();
    else if (last === null || !isSameRange(range, last)) {
      const isNew = beforePress === null || !isSameRange(range, beforePress);
      callbacks.selected(range, { isPointer: isPointer && isNew, clicks });
    }
    last = range;
  };
  const whenReal =
    <E extends Event>(follow: (event: E) => void) =>
    (event: E) => {
      if (event.isTrusted && event.target !== ownHost) follow(event);
    };
  const readAfterKey = whenReal((event: KeyboardEvent) => {
    // Other keys end selections, and select nothing: what is selected then, a script of the page has selected.
    if (isSelecting(event) || selectedRange(document) === null) read(false);
  });
  view.addEventListener('keyup', readAfterKey, options);
  // Whoever presses the button anew means it, even if it ends in the same words.
  const begin = whenReal(() => {
    last = null;
    beforePress = selectedRange(document);
  });
  view.addEventListener('pointerdown', begin, options);
  const count = whenReal((event: MouseEvent) => {
    clicks = event.detail;
  });
  view.addEventListener('mousedown', count, options);
  // A click takes the selection away only after its event.
  view.addEventListener(
    'pointerup',
    whenReal(() => view.requestAnimationFrame(() => read(true))),
    options,
  );
  // The same words chosen again after they were let go are told again.
  const forget = () => {
    if (selectedRange(document) === null) last = null;
  };
  document.addEventListener('selectionchange', forget, options);
}

/** Shift with a key that moves, let go in either order, or "select all"; a Mac tells of its `a` only by the Command key. */
function isSelecting({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' || (shiftKey && isMove(key));
  return key === 'Shift' || key === 'Meta' || (shiftKey && isMove(key));
}

function isMove(key: string): boolean {
  return /^(?:Arrow|Home$|End$|Page)/u.test(key);
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

/** Takes the selection away, unless the reader is already choosing other words. */
export function letGo(document: Document, range: Range): void {
  const selected = selectedRange(document);
  if (selected !== null && isSameRange(selected, range)) document.getSelection()?.removeAllRanges();
}
